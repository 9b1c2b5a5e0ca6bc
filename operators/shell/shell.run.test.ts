import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Workbench } from '#server/engine/perform/testing/workbench.ts';

let bench: Workbench;
beforeAll(async () => {
  bench = await Workbench.open();
});
afterAll(async () => {
  await bench.close();
});

describe('shell', () => {
  it('answers with its last line, as text or as JSON', async () => {
    expect((await bench.run('shell@1', { command: 'echo a; printf "b \\r\\n"', output: 'lastLine' })).end.output).toBe('b ');
    expect((await bench.run('shell@1', { command: `echo a; echo '{"n": 1}'`, output: 'json' })).end.output).toEqual({ n: 1 });
    expect((await bench.run('shell@1', { command: 'true', output: 'lastLine' })).end.output).toBe('');
    const bad = await bench.run('shell@1', { command: 'echo a', output: 'json' });
    expect(bad.end.outcome).toMatchObject({ type: 'failed', error: { code: 'output' } });
  });

  it('reads values from its environment and its input, and none from its text', async () => {
    const told = await bench.run(
      'shell@1',
      {
        command: `printf '%s|' "$CITY"; grep -c '"rows":7' "$DRAWLOOM_INPUT"`,
        environment: { CITY: '{{ params.city }}; exit 3' },
        output: 'lastLine',
      },
      { outputs: { count: { rows: 7 } } },
    );
    expect(told.end.output).toBe('Seattle; exit 3|1');
  });

  it.each(['LD_PRELOAD', 'BASH_ENV', 'NODE_OPTIONS', 'DRAWLOOM_COOKIE'])('refuses to set %s', async (name) => {
    const told = await bench.run('shell@1', { command: 'true', environment: { [name]: 'x' } });
    expect(told.end.outcome).toMatchObject({ type: 'failed', error: { code: 'config' }, retry: 'never' });
  });

  it('may fail or skip by what it writes to its output', async () => {
    const failed = await bench.run('shell@1', {
      command: `echo '{"$error": {"message": "no rows", "retry": "never"}}' >"$DRAWLOOM_OUTPUT"; exit 1`,
    });
    expect(failed.end.outcome).toMatchObject({
      type: 'failed',
      retry: 'never',
      error: { code: 'exit', message: expect.stringContaining('no rows') as string },
    });
    const skipped = await bench.run('shell@1', { command: `echo '{"$skip": "nothing new"}' >"$DRAWLOOM_OUTPUT"` });
    expect(skipped.end.outcome).toEqual({ type: 'skipped', reason: 'nothing new' });
  });

  it('works in a directory of its own, which goes when its end is stored', async () => {
    const job = bench.begin('shell@1', { command: 'pwd; ls', output: 'none' });
    await bench.ended(job.attemptId);
    const [directory, ...names] = bench.text(job.attemptId, 'out').trim().split('\n');
    expect(path.dirname(directory!)).toBe(path.join(bench.dataDir, 'attempts'));
    expect(names).toEqual(['artifacts', 'input.json', 'pid', 'stderr', 'stdout']);
    bench.performer.forget(job.attemptId);
    while (existsSync(directory!)) await new Promise((resolve) => setImmediate(resolve));
  });
});
