import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, expect, it } from 'vitest';
import { taskRun } from '#domain/run/read.ts';
import { migrateDatabase } from '#server/store/migrate.ts';
import { asFormerVersion } from '../testing/as-former-version.ts';
import { EngineBench } from '../testing/engine-bench.ts';
import { noop, shell, workflow } from '../testing/workflows.ts';

let bench: EngineBench;
afterEach(() => bench.close());

const inData = (name: string) => path.join(bench.dataDir, name);
/** A task that says where it runs, then goes on until the test lets it. */
const gate = (name: string) =>
  `cd "$(dirname "$DRAWLOOM_INPUT")/../.."; echo $$ > pid-${name}; echo began; while [ ! -e go-${name} ]; do sleep 0.02; done; echo done`;
const status = (runId: string, task: string) => {
  const run = bench.engine.decider.runs.get(runId);
  return run && taskRun(run.compiled.plan, run.state, task)?.status;
};

it.each(['0004_breakers', '0005_tries'])(
  'a version after %s takes over its database and its running tasks, none interrupted',
  async (last) => {
    bench = await EngineBench.open({ processes: true });
    await bench.publish(workflow('done', { a: noop }));
    const before = await bench.run('done');
    await bench.publish(
      workflow(
        'w',
        {
          before: noop,
          goes: shell(gate('goes')),
          ends: shell(gate('ends')),
          after: noop,
          retried: shell('exit 3', { retry: { max: 1, delaySec: 3600 } }),
        },
        ['before>goes', 'before>ends', 'goes>after', 'ends>after'],
      ),
    );
    const { runId } = await bench.engine.creator.create({ workflowId: 'w', runType: 'manual', by: null });
    await bench.until(() => status(runId, 'goes') === 'running' && status(runId, 'ends') === 'running');
    await bench.until(() => existsSync(inData('pid-goes')) && existsSync(inData('pid-ends')));
    await bench.until(() => status(runId, 'retried') === 'up_for_retry');
    const pid = readFileSync(inData('pid-goes'), 'utf8');

    await bench.drop();
    const file = inData('drawloom.db');
    asFormerVersion(file, last);
    const left = new Database(file, { readonly: true });
    expect(left.prepare("SELECT count(*) FROM attempt WHERE status = 'running'").pluck().get()).toBe(2);
    left.close();
    // One of them ends while nobody is there.
    writeFileSync(inData('go-ends'), '');
    const { applied } = await migrateDatabase(bench.url);
    expect(applied.length).toBeGreaterThan(0);
    expect(applied.every((name) => name > last)).toBe(true);
    await bench.start();

    expect(status(runId, 'goes')).toBe('running');
    expect(status(runId, 'retried')).toBe('up_for_retry');
    writeFileSync(inData('go-goes'), '');
    await bench.until(() => status(runId, 'after') === 'success');
    await bench.engine.acts.cancel(runId, null);
    await bench.ended(runId);
    expect(readFileSync(inData('pid-goes'), 'utf8')).toBe(pid);
    for (const task of ['goes', 'ends'])
      expect(await bench.store.runs.attempts(runId, task)).toMatchObject([{ attempt: 1, status: 'success', infra: false }]);
    // What had ended before is as it was, and can be taken up again though its snapshot cannot be read.
    expect(await bench.store.runs.get(before.id)).toEqual(before);
    await bench.engine.acts.clear(before.id, { tasks: [{ task: 'a' }] }, null);
    expect((await bench.ended(before.id)).status).toBe('success');
    expect(await bench.store.runs.attempts(before.id, 'a')).toHaveLength(2);
  },
);
