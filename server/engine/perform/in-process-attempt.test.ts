import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { taskSchema } from '#domain/definition/schema/workflow.ts';
import type { Manifest } from '#operators/manifest.ts';
import { CodedFailure, type InProcessRunner } from '#operators/runner.ts';
import { noopOperator } from '#operators/noop/noop.operator.ts';
import { createMask } from './mask.ts';
import { Workbench } from './testing/workbench.ts';

let bench: Workbench;
beforeAll(async () => {
  bench = await Workbench.open();
});
afterAll(async () => {
  await bench.close();
});

/** A bench whose only operator is this function. */
async function withOperator(run: InProcessRunner['run'], options = {}): Promise<Workbench> {
  const manifest: Manifest = { ...noopOperator, type: 'own' };
  return Workbench.open({
    catalog: [manifest],
    runners: { 'own@1': async () => ({ kind: 'in-process', run }) },
    ...options,
  });
}

describe('in-process work', () => {
  it('that waits for nothing has ended when perform returns, without directory or file', () => {
    const job = bench.begin('noop@1', {}, { outputs: { before: 1 } });
    expect(bench.of(job.attemptId).end).toMatchObject({ outcome: { type: 'success' }, output: null, exitCode: null });
    expect(bench.of(job.attemptId).started?.process).toBeUndefined();
    expect(existsSync(path.join(bench.dataDir, 'attempts'))).toBe(false);
  });

  it('parks a wait within the call, and ends it when woken', () => {
    const job = bench.begin('wait@1', { seconds: 60 });
    const { parked, started, end } = bench.of(job.attemptId);
    expect(parked).toEqual({ type: 'deferred', untilMs: expect.closeTo(started!.at + 60_000, -3) as number });
    expect(end).toBeUndefined();
    bench.performer.perform({ ...job, woken: {} });
    expect(bench.of(job.attemptId).end).toMatchObject({ outcome: { type: 'success' } });
  });

  it('follows the ports whose conditions hold, over the outputs of other tasks', async () => {
    const cases = [
      { port: 'wet', when: 'tasks.rain.output.mm > 10' },
      { port: 'dry', when: "params.city == 'Seattle'" },
    ];
    const told = await bench.run('branch@1', { cases }, { outputs: { rain: { mm: 3 } } });
    expect(told.end).toMatchObject({ outcome: { type: 'success', ports: ['dry'] }, output: ['dry'] });
    expect(told.logs.map(({ text }) => text).join('')).toContain('wet: tasks.rain.output.mm > 10 is false');
    const short = await bench.run('short-circuit@1', { when: 'tasks.rain.output.mm > 10' }, { outputs: { rain: { mm: 3 } } });
    expect(short.end).toMatchObject({ outcome: { type: 'success', shortCircuit: 'descendants' }, output: false });
  });

  it('fails with the sentence of a condition that cannot be evaluated, and ends one that takes too long', async () => {
    const bad = await bench.run('short-circuit@1', { when: 'tasks.nobody.output' });
    expect(bad.end.outcome).toMatchObject({ type: 'failed', error: { code: 'condition' } });
    const list = JSON.stringify(Array.from({ length: 700 }, (_, at) => at));
    const long = await bench.run('short-circuit@1', { when: `${list}.all(x, ${list}.all(y, x + y >= 0))` });
    expect(long.end.outcome).toMatchObject({ type: 'failed', error: { code: 'condition' } });
    const next = await bench.run('short-circuit@1', { when: '1 < 2' });
    expect(next.end.outcome).toMatchObject({ type: 'success' });
  });

  it('renders once: a value is never a template', async () => {
    const told = await bench.run(
      'shell@1',
      { command: 'printf %s "$V"', environment: { V: '{{ tasks.a.output }}' }, output: 'lastLine' },
      { outputs: { a: '{{ 1 + 1 }}' } },
    );
    expect(told.end).toMatchObject({ output: '{{ 1 + 1 }}' });
  });

  it('refuses a template that names nothing, a config that is wrong, an operator nobody knows', async () => {
    expect((await bench.run('shell@1', { command: 'echo {{ tasks.nobody.output }}' })).end.outcome).toMatchObject({
      error: { code: 'template' },
      retry: 'never',
    });
    expect((await bench.run('shell@1', { command: 7 })).end.outcome).toMatchObject({ error: { code: 'config' }, retry: 'never' });
    expect((await bench.run('nothing@1', {})).end.outcome).toMatchObject({ error: { code: 'config' } });
  });

  it('gives a mapped copy its entry as it is, in the field it is meant for', async () => {
    const map = {
      over: [
        { into: 'environment.A', items: '{{ x }}' },
        { into: 'environment.B', items: '{{ y }}' },
      ],
    };
    const task = taskSchema.parse({
      id: 'task',
      operator: 'shell@1',
      config: { command: 'echo "$A $B $DRAWLOOM_MAP_INDEX {{ index }}"', output: 'lastLine' },
      map,
    });
    const told = await bench.run('shell@1', {}, { task, mapIndex: 2, item: ['{{ a }}', 5] });
    expect(told.end.output).toBe('{{ a }} 5 2 2');
  });

  it('is asked to stop by a signal, and what it answers later is not heard', async () => {
    let aborted: unknown;
    let answer: () => void = () => {};
    const own = await withOperator(async (_config, context) => {
      context.signal.addEventListener('abort', () => (aborted = context.signal.reason));
      await new Promise<void>((resolve) => (answer = resolve));
      return { type: 'done' };
    });
    const job = own.begin('own@1', {});
    await own.until(job.attemptId, (told) => told.started !== undefined);
    own.performer.stop(job.attemptId, 'timeout');
    expect(own.of(job.attemptId).end?.outcome).toMatchObject({ type: 'failed', error: { code: 'timeout' } });
    expect(aborted).toBeInstanceOf(CodedFailure);
    const first = own.of(job.attemptId).end;
    answer();
    await own.close();
    expect(own.of(job.attemptId).end).toBe(first);
  });

  it('may end before the engine closes; what does not is lost to the stop, and nothing begins after it', async () => {
    let letGo = () => {};
    const own = await withOperator((_config, { inputs }) =>
      inputs.short ? new Promise((resolve) => (letGo = () => resolve({ type: 'done' }))) : new Promise(() => {}),
    );
    const job = own.begin('own@1', {}, { outputs: { short: 1 } });
    await own.until(job.attemptId, (told) => told.started !== undefined);
    const drained = own.performer.drain(60_000);
    letGo();
    await drained;
    expect(own.of(job.attemptId).end?.outcome).toMatchObject({ type: 'success' });
    const long = own.begin('own@1', {});
    await own.until(long.attemptId, (told) => told.started !== undefined);
    await own.performer.drain(1);
    expect(own.of(long.attemptId).end).toBeUndefined();
    await own.performer.close();
    const late = own.begin('own@1', {});
    for (const { attemptId } of [long, late])
      expect(own.of(attemptId).end?.outcome).toMatchObject({ type: 'failed', infra: true, error: { code: 'stopped' } });
    expect(own.of(late.attemptId).started).toBeUndefined();
    await own.close();
  });

  it('is masked wherever it shows a secret, and refused when its output is too large', async () => {
    const own = await withOperator(
      (config, context) => {
        context.log(`token is ${String(config.kind)}`);
        if (context.inputs.large) return { type: 'done', output: 'x'.repeat(300_000) };
        if (context.inputs.fail) throw new Error('no hunter22 here');
        return { type: 'done', output: { secret: ['hunter22'] } };
      },
      { mask: createMask(['hunter22']) },
    );
    expect((await own.run('own@1', {})).end.output).toEqual({ secret: ['***'] });
    expect((await own.run('own@1', {}, { outputs: { fail: 1 } })).end.outcome).toMatchObject({
      error: { code: 'error', message: 'Error: no *** here' },
    });
    expect((await own.run('own@1', {}, { outputs: { large: 1 } })).end.outcome).toMatchObject({ error: { code: 'output' } });
    await own.close();
  });

  it('says exactly how much of its log is left out', async () => {
    const own = await withOperator(
      (_config, context) => {
        for (let line = 0; line < 100; line++) context.log('0123456789abcde');
        return { type: 'done' };
      },
      { logCapBytes: 100 },
    );
    const { logs } = await own.run('own@1', {});
    expect(logs.at(-1)).toMatchObject({ stream: 'sys', omitted: 1600 });
    await own.close();
  });
});
