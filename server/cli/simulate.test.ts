import { Command } from 'commander';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { addSimulate } from './commands/simulate.ts';

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'simulate-'));
  file('flow.json', {
    format: 'drawloom/workflow@1',
    id: 'w',
    name: 'w',
    triggers: [],
    params: { type: 'object', properties: { n: { type: 'number', default: 1 } } },
    tasks: [
      { id: 'a', operator: 'noop@1', config: {}, retry: { max: 1, delaySec: 60 } },
      { id: 'b', operator: 'branch@1', config: { cases: [{ port: 'big', when: 'params.n > 5.0' }], otherwise: 'small' } },
      { id: 'c', operator: 'noop@1', config: {} },
      { id: 'd', operator: 'noop@1', config: {} },
    ],
    edges: [
      { from: 'a', to: 'b' },
      { from: 'b', port: 'big', to: 'c' },
      { from: 'b', port: 'small', to: 'd' },
    ],
  });
});
afterAll(() => rmSync(dir, { recursive: true }));
afterEach(() => vi.restoreAllMocks());

const at = (name: string): string => path.join(dir, name);
const file = (name: string, json: unknown): void => writeFileSync(at(name), JSON.stringify(json));
/** What the command prints. */
async function simulate(...args: string[]): Promise<string> {
  let out = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => ((out += String(text)), true));
  const program = new Command().exitOverride().configureOutput({ writeErr: () => undefined });
  addSimulate(program);
  await program.parseAsync(['simulate', at('flow.json'), ...args], { from: 'user' });
  return out;
}
const json = async (...args: string[]): Promise<Record<string, unknown>> =>
  JSON.parse(await simulate('--json', ...args)) as Record<string, unknown>;

describe('simulate', () => {
  it('decides branches by params, and takes outcomes alone or a whole scenario', async () => {
    expect(await json()).toMatchObject({ run: 'success', tasks: { c: 'skipped', d: 'success' } });
    expect(await json('--param', 'n=9')).toMatchObject({ tasks: { c: 'success', d: 'skipped' } });
    file('outcomes.json', { a: ['failed', 'success'] });
    expect(await json('--outcomes', at('outcomes.json'))).toMatchObject({ attempts: { a: 2 } });
    file('scenario.json', {
      format: 'drawloom/scenario@1',
      outcomes: { a: ['failed', 'success'] },
      durations: { a: [1000, 2000], d: [500] },
      params: { n: 2 },
      logicalTime: '2026-03-01T00:00:00Z',
    });
    expect(await json('--outcomes', at('scenario.json'), '--duration', 'd=700')).toMatchObject({ makespanMs: 63_701 });
  });

  it('fails by chance as the seed says, and makes many runs', async () => {
    const once = await simulate('--fail', '0.5', '--seed', 'x');
    expect(await simulate('--fail', '0.5', '--seed', 'x')).toBe(once);
    const many = (await json('--fail', 'a=0.5', '--times', '200')) as {
      ended: Record<string, number>;
      tasks: Record<string, { failed: number }>;
    };
    expect(many.ended['failed']).toBe(many.tasks['a']?.failed);
    expect(many.ended['failed']).toBeGreaterThan(20);
    expect(many.ended['failed']).toBeLessThan(80);
    expect(await simulate('--times', '3')).toMatch(/runs: 3 success/);
  });

  it.each([
    [['--fail', 'a=2'], 'usage.number'],
    [['--fail', 'nobody=0.1'], 'outcomes.unknown-task'],
    [['--duration', 'a'], 'usage.pair'],
    [['--pool', 'db=x'], 'usage.number'],
    [['--at', 'yesterday'], 'usage.instant'],
    [['--times', '5', '--replay', 'r'], 'usage.one-of'],
  ])('refuses %j', async (args, code) => {
    await expect(simulate(...args)).rejects.toMatchObject({ code });
  });

  it('says what --fail lacks, and which tasks there are', async () => {
    await expect(simulate('--fail', 'a')).rejects.toMatchObject({
      code: 'usage.number',
      message: expect.stringContaining('--fail a=1') as string,
    });
    for (const given of ['zz', 'zz=0.5'])
      await expect(simulate('--fail', given)).rejects.toMatchObject({
        code: 'outcomes.unknown-task',
        message: 'The workflow has no task zz. It has a, b, c, d.',
      });
  });

  it('refuses scenarios that are wrong', async () => {
    file('wrong.json', { format: 'drawloom/scenario@1', failures: { a: 7 } });
    await expect(simulate('--outcomes', at('wrong.json'))).rejects.toMatchObject({ code: 'outcomes.invalid' });
    writeFileSync(at('wrong.json'), '{');
    await expect(simulate('--outcomes', at('wrong.json'))).rejects.toMatchObject({ code: 'outcomes.json' });
  });
});
