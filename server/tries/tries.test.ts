import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Task, WorkflowFile } from '#domain/definition/schema/workflow.ts';
import { taskHash } from '#domain/definition/task-hash.ts';
import { catalog } from '#operators/catalog.ts';
import { engineCommands } from '#server/engine/embedded/engine-commands.ts';
import { EngineBench } from '#server/engine/testing/engine-bench.ts';
import { noop, shell, workflow } from '#server/engine/testing/workflows.ts';
import { openVault } from '#server/secrets/open-vault.ts';
import { checkInvariants } from '#server/health/check-invariants.ts';
import type { Refusal } from '#server/refusal.ts';
import { sweepTries } from '#server/retention/sweep-runs.ts';
import { gridOf } from '#server/runs/grid.ts';
import { definitionOf } from '#server/workflows/definition-of.ts';
import { exportWorkflow } from '#server/workflows/export.ts';
import { lastTry } from './last.ts';
import { pinOutput } from './pin.ts';
import { startTry, type StartTry } from './start.ts';
import { unpinOutput } from './unpin.ts';
import { tryValues } from './values.ts';

let bench: EngineBench;
beforeAll(async () => {
  bench = await EngineBench.open({ processes: true });
});
afterAll(() => bench.close());

const surroundings = {
  durability: 'D1' as const,
  spawner: () => true,
  living: () => [],
  metrics: () => Promise.resolve(''),
  nudgeOutbox: () => {},
};
const act = { by: 'mara', at: Date.UTC(2026, 10, 24) };
const code = (promise: Promise<unknown>) =>
  promise.then(
    () => 'no refusal',
    (error: unknown) => (error as Refusal).code,
  );
async function draft(file: WorkflowFile): Promise<string> {
  const { id, name } = file;
  await bench.store.workflows.create({ id, project: '', name, tags: [], createdBy: null }, file, 1);
  return id;
}
async function start(workflowId: string, task: string, more: Partial<StartTry> = {}) {
  const revision = (await bench.store.drafts.get(workflowId))?.revision ?? -1;
  return startTry(
    bench.store,
    engineCommands(bench.engine, surroundings),
    catalog,
    { workflowId, task, revision, given: {}, ...more },
    act,
  );
}
async function tried(workflowId: string, task: string, more: Partial<StartTry> = {}) {
  const { runId } = await start(workflowId, task, more);
  await bench.ended(runId);
  return (await lastTry(bench.store, { workflowId, task }))!;
}
const python = (body: string) => ({ operator: 'python@1', config: { code: `def main(inputs, run):\n  return ${body}` } });
const echo = (text: string, more = {}) =>
  shell(`echo ${text}`, { config: { command: `echo ${text}`, output: 'lastLine' }, ...more });

describe('a try', () => {
  it('runs one task alone, with what those before it gave in the last run; nothing else runs, nothing else is written', async () => {
    const file = workflow('one', { a: python('{"n": 3}'), b: noop, c: echo('{{ tasks.a.output.n }}'), d: shell('exit 9') }, [
      'a>b',
      'b>c',
      'c>d',
    ]);
    await bench.publish(file);
    const { id: runId } = await bench.run('one');
    const before = await gridOf(bench.store, { workflowId: 'one', cursor: null, limit: 10 });
    const last = await tried('one', 'c');
    expect(last).toMatchObject({
      runStatus: 'success',
      taskRun: { status: 'success' },
      attempt: { status: 'success', config: { command: 'echo 3' }, output: '3' },
      inputs: [
        { task: 'b', source: 'run', runNumber: 1, output: null },
        { task: 'a', source: 'run', runNumber: 1, output: { n: 3 } },
      ],
    });
    expect(last.runId).not.toBe(runId);
    expect(await bench.statuses(last.runId)).toEqual({ a: 'success', b: 'success', c: 'success' });
    const chunks = await bench.store.runs.logs(last.attempt!.id, 0, 100);
    expect(chunks.map(({ text }) => text).join('')).toContain('3');
    expect(await gridOf(bench.store, { workflowId: 'one', cursor: null, limit: 10 })).toEqual(before);
    expect((await bench.store.runs.list({ limit: 100 })).map(({ id }) => id)).not.toContain(last.runId);
    expect((await bench.store.runs.recent(['one'], 9)).map(({ id }) => id)).toEqual([runId]);
    expect(await bench.store.versions.list('one')).toHaveLength(1);
    expect((await bench.run('one')).number).toBe(2);
  });

  it('without a value says whose is missing; a typed one, a try of it, a pin each go before the next', async () => {
    const id = await draft(workflow('order', { a: python('"tried"'), b: echo('{{ tasks.a.output }}') }, ['a>b']));
    const refused = await start(id, 'b').catch((error: Refusal) => error);
    expect(refused).toMatchObject({ code: 'try.input-missing', status: 409, details: { tasks: ['a'] } });
    expect(await bench.store.tries.get(id, 'b')).toBeNull();
    const output = async (more = {}) => (await tried(id, 'b', more)).attempt?.output;
    expect(await output({ given: { a: 'typed' } })).toBe('typed');
    await tried(id, 'a');
    expect(await output()).toBe('tried');
    await pinOutput(bench.store, { workflowId: id, task: 'a', output: 'pinned' }, act);
    expect(await output()).toBe('pinned');
    expect((await lastTry(bench.store, { workflowId: id, task: 'b' }))?.inputs).toMatchObject([{ task: 'a', source: 'pin' }]);
    expect(await output({ given: { a: 'typed' } })).toBe('typed');
    await unpinOutput(bench.store, { workflowId: id, task: 'a' });
    expect(await output()).toBe('tried');
  });

  it('takes the draft as it is saved, and another revision is refused', async () => {
    const id = await draft(workflow('fresh', { a: echo('old') }));
    const changed = workflow('fresh', { a: echo('new') });
    await bench.store.drafts.save(id, (await bench.store.drafts.get(id))!.revision, changed, null, 2);
    expect((await tried(id, 'a')).attempt?.output).toBe('new');
    expect(await code(start(id, 'a', { revision: 1 }))).toBe('try.draft-changed');
    expect(await code(start(id, 'nobody'))).toBe('task.unknown');
    expect(await code(start('nowhere', 'a', { revision: 1 }))).toBe('workflow.unknown');
  });

  it('fails in words, once, whatever its retries say; an error of the task itself stops it before it begins', async () => {
    const id = await draft(
      workflow('fails', {
        a: shell('exit 3', { retry: { max: 4, delaySec: 600 } }),
        b: shell('echo {{ params.nothing.x }}'),
        c: shell('{{'),
      }),
    );
    expect(await tried(id, 'a')).toMatchObject({
      runStatus: 'failed',
      taskRun: { status: 'failed' },
      attempt: { attempt: 1, exitCode: 3 },
    });
    const unknown = (await tried(id, 'b')).attempt;
    expect(unknown?.status).toBe('failed');
    expect(unknown?.error).toContain('nothing');
    expect(await code(start(id, 'c'))).toBe('workflow.invalid');
  });

  it('is cancelled while it runs, and only one of a task goes on at a time', async () => {
    const id = await draft(workflow('slow', { a: shell('sleep 60') }));
    const { runId } = await start(id, 'a');
    await bench.until(async () => (await bench.store.runs.attempts(runId, 'a'))[0]?.status === 'running');
    expect(await code(start(id, 'a'))).toBe('try.running');
    await bench.engine.acts.cancel(runId, 'mara');
    await bench.ended(runId);
    expect((await lastTry(bench.store, { workflowId: id, task: 'a' }))?.taskRun?.status).toBe('cancelled');
  });

  it('of a mapped task is one copy, with the chosen item or the first', async () => {
    const id = await draft(
      workflow('mapped', {
        list: python('["x", "y"]'),
        each: { ...echo('of {{ item }}'), map: { over: [{ into: 'environment.NAME', items: '{{ tasks.list.output }}' }] } },
      }),
    );
    await pinOutput(bench.store, { workflowId: id, task: 'list', output: ['p', 'q'] }, act);
    expect((await tried(id, 'each')).attempt?.output).toBe('of p');
    expect((await tried(id, 'each', { items: ['z'] })).attempt?.output).toBe('of z');
    const values = await tryValues(bench.store, id);
    expect(values.find(({ task }) => task === 'each')).toMatchObject({ source: 'try', output: ['of z'] });
    await pinOutput(bench.store, { workflowId: id, task: 'list', output: [] }, act);
    expect(await code(start(id, 'each'))).toBe('try.no-item');
  });

  it('remembers what the task was when it gave a value, and the files it left', async () => {
    const command = 'echo x > "$DRAWLOOM_ARTIFACTS/x.txt"; echo 1';
    const file = workflow('aged', { a: { operator: 'shell@1', config: { command, output: 'lastLine' } } });
    const id = await draft(file);
    const last = await tried(id, 'a');
    const then = taskHash(file.tasks[0] as Task);
    expect(last.taskHash).toBe(then);
    const changed = workflow('aged', { a: { operator: 'shell@1', config: { command: 'echo 2', output: 'lastLine' } } });
    await bench.store.drafts.save(id, (await bench.store.drafts.get(id))!.revision, changed, null, 2);
    const value = async () => (await tryValues(bench.store, id))[0];
    expect(await value()).toMatchObject({ source: 'try', output: '1', taskHash: then, artifacts: ['x.txt'] });
    await bench.publish(file);
    await bench.run(id);
    expect(await value()).toMatchObject({ source: 'run', runNumber: 1, taskHash: then, artifacts: ['x.txt'] });
    await pinOutput(bench.store, { workflowId: id, task: 'a', output: '2' }, act);
    const draftNow = definitionOf((await bench.store.drafts.get(id))!.definition).tasks[0]!;
    expect(await value()).toMatchObject({ source: 'pin', taskHash: taskHash(draftNow) });
  });

  it('takes params over the defaults of the draft', async () => {
    const params = { type: 'object', properties: { who: { type: 'string', default: 'all' } } };
    const id = await draft(workflow('params', { a: echo('{{ params.who }} {{ run.workflow }} {{ run.type }}') }, [], { params }));
    expect((await tried(id, 'a')).attempt?.output).toBe('all params try');
    expect((await tried(id, 'a', { params: { who: 'me' } })).attempt?.output).toBe('me params try');
    expect(await code(start(id, 'a', { params: { who: 3 } }))).toBe('params.invalid');
  });

  it('survives the engine: a restarted one goes on with it, and with what it was given', async () => {
    const gate = 'cd "$(dirname "$DRAWLOOM_INPUT")/../.."; while [ ! -e go ]; do sleep 0.02; done; echo {{ tasks.a.output }}';
    const task = { operator: 'shell@1', config: { command: gate, output: 'lastLine' } };
    const id = await draft(workflow('restart', { a: noop, b: task }, ['a>b']));
    const { runId } = await start(id, 'b', { given: { a: 'kept' } });
    await bench.until(async () => (await bench.store.runs.attempts(runId, 'b'))[0]?.status === 'running');
    await bench.restart();
    const run = bench.engine.decider.runs.get(runId)!;
    expect(await bench.engine.decider.outside.readOutput(run, 'a')).toBe('kept');
    writeFileSync(path.join(bench.dataDir, 'go'), '');
    await bench.ended(runId);
    expect((await lastTry(bench.store, { workflowId: id, task: 'b' }))?.attempt).toMatchObject({
      status: 'success',
      output: 'kept',
    });
  });
});

describe('pins and tries', () => {
  it('are bounded, are of a task that is there, and leave with nothing', async () => {
    const id = await draft(workflow('pins', { a: noop }));
    const pin = (output: unknown, task = 'a') => code(pinOutput(bench.store, { workflowId: id, task, output }, act));
    expect(await pin('x'.repeat(256 * 1024))).toBe('try.value-size');
    expect(await pin(undefined)).toBe('try.value');
    expect(await pin(JSON.parse('{"__proto__": 1}'))).toBe('try.value');
    expect(await pin(2 ** 60)).toBe('try.value');
    expect(await pin('x', 'b')).toBe('task.unknown');
    expect(await bench.store.pins.list(id)).toEqual([]);
    expect(await pin({ kept: [1] })).toBe('no refusal');
    expect((await exportWorkflow(bench.store, { id, source: 'draft' })).text).not.toContain('kept');
    expect(
      await bench.engine.creator
        .create({ workflowId: id, runType: 'manual', draft: (await bench.store.drafts.get(id))!.definition, by: null })
        .then(({ runId }) => bench.ended(runId)),
    ).toMatchObject({ status: 'success' });
  });

  it('keep the last try of each task; the one before it goes, all of it', async () => {
    const id = await draft(workflow('kept', { a: echo('1'), b: echo('2') }));
    const first = await tried(id, 'a');
    const other = await tried(id, 'b');
    const second = await tried(id, 'a');
    const parts = {
      store: bench.store,
      artifacts: bench.dataDir,
      keepRuns: 0,
      keepRunDays: 0,
      keepOccurrenceDays: 0,
      inUse: () => false,
    };
    expect((await sweepTries(parts, id)).runs).toBe(1);
    expect(await bench.store.runs.get(first.runId)).toBeNull();
    expect(await bench.store.runs.attempts(first.runId)).toEqual([]);
    expect((await sweepTries(parts, id)).runs).toBe(0);
    for (const { runId } of [other, second]) expect(await bench.store.runs.get(runId)).not.toBeNull();
  });

  it('contradict no invariant', async () => {
    const report = await checkInvariants(
      {
        store: bench.store,
        engine: engineCommands(bench.engine, surroundings),
        vault: () => openVault(bench.dataDir, bench.store),
        logCapBytes: 1e6,
      },
      Date.now(),
    );
    expect(report.checks.flatMap(({ violations }) => violations)).toEqual([]);
  });
});
