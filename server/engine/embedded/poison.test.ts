import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { EngineBench } from '../testing/engine-bench.ts';
import { shell, workflow } from '../testing/workflows.ts';

let bench: EngineBench;
afterEach(() => bench.close());

it('a task that ends spawner and shim each time fails as poison, and the tasks beside it go on', async () => {
  bench = await EngineBench.open({ processes: true, keepsSpawner: true });
  const spawner = path.join(bench.dataDir, 'spawner.json');
  // Spawner, shim and the file by which the attempt would be known: nothing is left of it but the intent.
  const deadly = `echo >>"$DRAWLOOM_FILES/tries"; rm pid; kill -9 $(sed 's/.*"pid":\\([0-9]*\\).*/\\1/' '${spawner}') $PPID`;
  await bench.publish(
    workflow('w', { deadly: shell(deadly), beside: shell('sleep 0.5; echo here'), after: shell('true') }, ['beside>after']),
  );
  const run = await bench.run('w');
  expect(await bench.statuses(run.id)).toEqual({ deadly: 'failed', beside: 'success', after: 'success' });
  const attempts = await bench.store.runs.attempts(run.id, 'deadly');
  expect(attempts.map(({ infra, status }) => [status, infra])).toEqual(Array(4).fill(['failed', true]));
  const failed = (await bench.store.runs.taskRuns(run.id)).find(({ task }) => task === 'deadly');
  expect(failed?.reason).toMatch(/^poison/);
  // Once an attempt; a spawner that dies before it could tell of a start is asked for it once more.
  const tries = readFileSync(path.join(bench.dataDir, 'files', 'tries'), 'utf8').length;
  expect(tries).toBeGreaterThanOrEqual(4);
  expect(tries).toBeLessThanOrEqual(8);
});
