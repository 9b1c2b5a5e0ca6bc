import { describe, expect, it } from 'vitest';
import type { TaskRunView } from '#domain/run/read.ts';
import type { TaskRunStatus } from '#domain/run/status.ts';
import type { TaskSummary } from '#components/run-view/store/task-summary.ts';
import { shownTask } from './shown-task.ts';

const run = (tasks: Record<string, [TaskRunStatus, number?]>): ReadonlyMap<string, TaskSummary> =>
  new Map(
    Object.entries(tasks).map(([task, [status, endedAt = null]]) => [
      task,
      { task, status, view: { task, status, endedAt } as TaskRunView, copies: null },
    ]),
  );

describe('shownTask', () => {
  it('is the picked one while the run has it, whatever fails', () => {
    const tasks = run({ a: ['failed', 2], b: ['success', 1] });
    expect(shownTask(tasks, 'b', null)?.task).toBe('b');
    expect(shownTask(tasks, 'new', null)?.task).toBe('a');
  });

  it('is what needs a look, of two failures the selected one, and of a success the last that ended', () => {
    expect(shownTask(run({ a: ['success', 1], b: ['running'], c: ['none'] }), null, 'a')?.task).toBe('b');
    expect(shownTask(run({ a: ['failed', 1], b: ['failed', 2] }), null, 'b')?.task).toBe('b');
    expect(shownTask(run({ a: ['success', 9], b: ['success', 4], c: ['skipped', 10] }), null, null)?.task).toBe('a');
    expect(shownTask(run({ a: ['none'] }), null, null)).toBeNull();
  });
});
