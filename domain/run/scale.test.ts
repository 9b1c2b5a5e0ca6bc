import { describe, expect, test } from 'vitest';
import type { Workflow } from '#domain/definition/schema/workflow.ts';
import { PretendHost } from '#domain/simulation/pretend-host.ts';
import { encode } from './encode.ts';
import { fold } from './fold.ts';
import { compilePlan } from './plan.ts';
import { newRun, transition } from './transition.ts';
import { copiedCells } from './testing/copied-cells.ts';
import { workflowOf } from './testing/workflow-of.ts';

const size = 10_000;
const id = (at: number) => `t${String(at).padStart(5, '0')}`;
const ids = Array.from({ length: size }, (_, at) => id(at));
const inner = ids.slice(1, -1);

const fan = workflowOf({
  tasks: ids.join(' '),
  edges: inner.flatMap((task) => [`${id(0)} > ${task}`, `${task} > ${id(size - 1)}`]),
});
const chain = workflowOf({ tasks: ids.join(' '), edges: ids.slice(1).map((task, at) => `${id(at)} > ${task}`) });
const mapped = workflowOf({
  tasks: { a: {}, m: { map: { over: [{ into: 'x', items: '{{ tasks.a.output }}' }], limit: size } }, z: {} },
  edges: ['m > z'],
});

function ended(workflow: Workflow): PretendHost {
  const host = new PretendHost(workflow, {
    perform: ({ index }) => ({ result: { type: 'success', list: size }, durationMs: 1 + (index ?? 0) }),
    pastSatisfied: () => true,
  });
  host.start({ logicalTime: 1_790_000_000_000 });
  host.runToEnd();
  return host;
}

describe.each([
  ['a fan-out and in', fan],
  ['a chain', chain],
  ['a mapped task', mapped],
])('%s of 10,000', (_, workflow) => {
  const host = ended(workflow);

  test('ends well', () => expect(host.view.status).toBe('success'));

  test('copies at most 200 cells an event', () => {
    // The first and the last events, and some from the middle; the one that starts everything at once touches everything.
    const { events } = host;
    const from = [3, Math.floor(events.length / 2), events.length - 40];
    let most = 0;
    for (const start of from) {
      let state = fold(host.plan, events.slice(0, start));
      for (const event of events.slice(start, start + 30)) {
        const next = transition(host.plan, state, event);
        if (!next.ok) throw new Error(next.refused);
        if (next.effects.length < 10) most = Math.max(most, copiedCells(state, next.state));
        state = next.state;
      }
    }
    expect(most).toBeGreaterThan(50);
    expect(most).toBeLessThanOrEqual(200);
  });

  test('takes at most 20 bytes a task run, at any time', () => {
    const { events } = host;
    for (const part of [0.3, 0.6, 0.9, 1]) {
      const state = fold(host.plan, events.slice(0, Math.ceil(events.length * part)));
      expect(encode(state).length).toBeLessThanOrEqual(20 * size);
    }
  });
});

test('a new run costs the same for ten thousand tasks: all rows are one', () => {
  const state = newRun(compilePlan(chain));
  expect(state.rows.get(0)).toBe(state.rows.get(size - 1));
});
