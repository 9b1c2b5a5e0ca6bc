import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Workbench } from '#server/engine/perform/testing/workbench.ts';

let bench: Workbench;
beforeAll(async () => {
  bench = await Workbench.open();
});
afterAll(async () => {
  await bench.close();
});
const run = (code: string, outputs = {}) => bench.run('javascript@1', { code }, { outputs });

describe('JavaScript', () => {
  it('takes inputs and run, and answers with what it returns', async () => {
    const told = await run(
      'export default async (inputs, run) => { console.log("hello"); return { n: inputs.a.length, ds: run.ds, city: run.params.city, big: 2n ** 60n }; };',
      { a: [1, 2] },
    );
    expect(told.end).toMatchObject({
      outcome: { type: 'success' },
      output: { n: 2, ds: '2026-03-26', city: 'Seattle', big: '1152921504606846976' },
    });
    expect(told.logs.map(({ text }) => text).join('')).toBe('hello\n');
  });

  it('may return nothing', async () => {
    expect((await run('export default () => {};')).end).toMatchObject({ outcome: { type: 'success' }, output: null });
  });

  it.each([
    ['throws', 'export default () => { throw new RangeError("too far"); };', 'RangeError: too far'],
    ['rejects', 'export default async () => { await null; throw new Error("late"); };', 'late'],
    [
      'throws beside its promise',
      'export default () => new Promise(() => setTimeout(() => { throw new Error("beside"); }, 1));',
      'beside',
    ],
    ['cannot be parsed', 'export default (', 'SyntaxError'],
    ['has no function', 'export default 3;', 'default export'],
    ['returns a function', 'export default () => () => {};', 'not JSON'],
  ])('fails when it %s', async (_how, code, message) => {
    const told = await run(code);
    expect(told.end.outcome).toMatchObject({
      type: 'failed',
      error: { code: 'exit', message: expect.stringContaining(message) as string },
    });
  });

  it('leaves files, and sees nothing of our own settings', async () => {
    const told = await run(
      `import { writeFileSync } from 'node:fs';
       export default () => { writeFileSync(process.env.DRAWLOOM_ARTIFACTS + '/a.txt', 'x'); return Object.keys(process.env).filter((name) => /^(NODE_|DATABASE|DRAWLOOM_DATA)/.test(name)); };`,
    );
    expect(told.end.output).toEqual([]);
    expect(told.end.artifacts).toMatchObject([{ name: 'a.txt', bytes: 1, type: 'text/plain' }]);
  });
});
