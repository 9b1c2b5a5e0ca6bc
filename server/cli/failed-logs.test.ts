import { afterEach, expect, it } from 'vitest';
import { EngineBench } from '#server/engine/testing/engine-bench.ts';
import { workflow } from '#server/engine/testing/workflows.ts';
import { failedLogs } from './failed-logs.ts';

let bench: EngineBench;
afterEach(() => bench.close());

it('gives the last lines of a failed task, not of a good one', async () => {
  bench = await EngineBench.open({ processes: true });
  await bench.publish(
    workflow('w', {
      good: { operator: 'shell@1', config: { command: 'echo fine' } },
      bad: { operator: 'shell@1', config: { command: 'for n in $(seq 1 30); do echo line $n; done; exit 3' } },
    }),
  );
  const run = await bench.run('w');
  const view = (task: string, status: 'success' | 'failed') =>
    ({ task, status, attempt: 1, startedAt: null, endedAt: null, dueAt: null, reason: null }) as const;
  const ended = { runId: run.id, runType: 'manual', status: run.status, reason: null } as const;
  const tasks = [view('good', 'success'), view('bad', 'failed')];
  const [bad, ...others] = await failedLogs(bench.store, { ...ended, tasks });
  expect(others).toEqual([]);
  expect(bad).toMatchObject({ task: 'bad', cut: true });
  expect(bad?.lines).toHaveLength(10);
  expect(bad?.lines.at(-1)).toBe('line 30');
});
