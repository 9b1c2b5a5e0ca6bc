import { describe, expect, it } from 'vitest';
import type { Manifest } from '#domain/definition/schema/manifest.ts';
import type { Task } from '#domain/definition/schema/workflow.ts';
import { choiceOf, outcomeChoices, outcomesOf, type OutcomeChoice } from './outcome-choice.ts';

const task = (operator: string, config = {}) => ({ id: 'a', operator, config }) as Task;

describe('what a person chooses for a task', () => {
  it.each<[OutcomeChoice, number]>([
    ['success', 1],
    ['fails', 1],
    ['fails-then', 3],
    ['fails-for-good', 1],
    ['skips', 1],
    ['stops', 1],
    ['no-port', 1],
    ['port:fresh', 1],
    ['auto', 1],
  ])('%s comes back as it went', (choice, times) => {
    expect(choiceOf(outcomesOf(choice, times))).toEqual({ choice, times });
  });

  it('what a file says otherwise is told as such', () => {
    expect(choiceOf(['failed', 'skipped'])).toEqual({ choice: 'other', times: 1 });
    expect(choiceOf([{ list: 3 }])).toEqual({ choice: 'other', times: 1 });
  });

  it('a branch has its ports', () => {
    const manifest = { ports: { fromConfig: 'cases', each: 'port', optional: 'otherwise' } } as unknown as Manifest;
    const config = { cases: [{ port: 'fresh', when: 'true' }], otherwise: 'stale' };
    const values = outcomeChoices(task('branch@1', config), manifest, 'x').map(({ value }) => value);
    expect(values.slice(0, 4)).toEqual(['auto', 'port:fresh', 'port:stale', 'no-port']);
    expect(outcomeChoices(task('short-circuit@1'), undefined, 'x').map(({ value }) => value)).toContain('stops');
  });
});
