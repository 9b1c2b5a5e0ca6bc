import { describe, expect, it } from 'vitest';
import { askedTasks, clearPlan } from './clear-plan.ts';
import type { RunClearPreview } from './run-clear.ts';

const preview = (runId: string, changes: [string, boolean, number?][]): RunClearPreview => ({
  runId,
  number: 1,
  logicalTime: 0,
  status: 'failed',
  tasks: [{ task: 'a' }],
  version: 1,
  newer: null,
  move: null,
  refused: null,
  changes: changes.map(([task, consent, index]) => ({
    task,
    consent,
    from: 'success',
    to: 'none',
    ...(index === undefined ? {} : { index }),
  })),
});
const previews = [
  preview('1', [
    ['a', false],
    ['send', true],
  ]),
  preview('2', [
    ['send', true, 0],
    ['send', false, 1],
  ]),
  preview('3', [['send', true]]),
];
const request = { runs: [{ runId: '2', downstream: true }], past: true };

describe('clearing many runs', () => {
  it('asks about each task that did something outside in a chosen run, once, with how often it did', () => {
    expect([...askedTasks(previews, new Set(['1', '2']))]).toEqual([['send', 2]]);
  });

  it('sends what a person agreed to, and spares what is left as done, copy by copy', () => {
    const chosen = new Set(['1', '2', '3']);
    const again = clearPlan(request, previews, chosen, new Map([['send', 'again']]));
    expect(again.map(({ input }) => input)).toEqual([
      { runId: '1', tasks: [{ task: 'a' }], downstream: true, spare: [], consent: [{ task: 'send' }] },
      { runId: '2', tasks: [{ task: 'a' }], downstream: true, spare: [], consent: [{ task: 'send', index: 0 }] },
      { runId: '3', tasks: [{ task: 'a' }], downstream: true, spare: [], consent: [{ task: 'send' }] },
    ]);
    const left = clearPlan(request, previews, chosen, new Map([['send', 'leave']]));
    // Nothing of the third is left to clear.
    expect(left.map(({ runId, input, changes }) => [runId, input.spare, input.consent, changes.length])).toEqual([
      ['1', [{ task: 'send' }], [], 1],
      ['2', [{ task: 'send', index: 0 }], [], 1],
    ]);
    expect(clearPlan(request, previews, new Set(), new Map())).toEqual([]);
  });
});
