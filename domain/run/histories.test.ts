import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { workflowSchema } from '#domain/definition/schema/workflow.ts';
import type { RunEvent } from './events.ts';
import { compilePlan } from './plan.ts';
import { runView, taskRuns } from './read.ts';
import { newRun, transition } from './transition.ts';

const folder = new URL('./histories/', import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith('.json'));

test('there are recorded histories', () => expect(names.length).toBeGreaterThanOrEqual(7));

describe('a recorded history is told today as it was then', () => {
  test.each(names)('%s', (name) => {
    const history = JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as {
      workflow: unknown;
      events: RunEvent[];
      run: unknown;
      taskRuns: unknown;
    };
    const plan = compilePlan(workflowSchema.parse(history.workflow));
    let state = newRun(plan);
    for (const event of history.events) {
      const next = transition(plan, state, event);
      expect(next.ok, `${event.type} at ${event.at}`).toBe(true);
      if (next.ok) state = next.state;
    }
    expect(JSON.parse(JSON.stringify(taskRuns(plan, state)))).toEqual(history.taskRuns);
    expect(JSON.parse(JSON.stringify(runView(plan, state)))).toEqual(history.run);
  });
});
