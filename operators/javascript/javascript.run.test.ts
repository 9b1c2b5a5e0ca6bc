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

  it('fails when it waits for what never comes, with a Node that waited and with one that did not', async () => {
    const ends = [];
    for (let i = 0; i < 4; i++) ends.push((await run('export default () => new Promise(() => {});')).end);
    for (const end of ends) expect(end).toMatchObject({ exitCode: 13, outcome: { type: 'failed', error: { code: 'exit' } } });
  });

  it('goes on with what it left running, and asks those who want to be asked before the end', async () => {
    const code = `process.once('beforeExit', () => setTimeout(() => console.log('asked'), 5));
      export default () => { setTimeout(() => console.log('later'), 20); process.on('exit', () => console.log('exit')); };`;
    const logs = [];
    for (let i = 0; i < 4; i++) logs.push((await run(code)).logs.map(({ text }) => text).join(''));
    expect(logs).toEqual(Array(4).fill('later\nasked\nexit\n'));
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
