import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compilePlan } from '#domain/run/plan.ts';
import { workflowOf } from '#domain/run/testing/workflow-of.ts';
import { simulate } from '#domain/simulation/simulate.ts';
import { timesOf } from '#domain/simulation/times-of.ts';
import { criticalChain } from './critical-chain.ts';

const chainOf = (
  workflow: ReturnType<typeof workflowOf>,
  durations: Record<string, number[]>,
  pools?: Record<string, number>,
) => {
  const run = simulate(workflow, {}, { durations, at: 500, ...(pools === undefined ? {} : { pools }) });
  const { times, beganAt } = timesOf(run);
  return { run, chain: criticalChain(compilePlan(workflow), (id) => times.get(id) ?? null, beganAt) };
};

test('follows what each task waited for last', () => {
  const diamond = workflowOf({ tasks: 'a b c d', edges: ['a > b', 'a > c', 'b > d', 'c > d'] });
  const { chain } = chainOf(diamond, { a: [100], b: [10], c: [300], d: [100] });
  expect(chain.map(({ task, share }) => [task, share])).toEqual([
    ['a', 0.2],
    ['c', 0.6],
    ['d', 0.2],
  ]);
});

test('a task that a limit held back has its waiting in its own link', () => {
  const pair = workflowOf({ tasks: { a: {}, b: {} }, settings: { maxActiveTasks: 1 } });
  const { chain } = chainOf(pair, { a: [100], b: [50] }, { default: 9 });
  expect(chain).toEqual([{ task: 'b', fromAt: 500, toAt: 650, workMs: 50, share: 1 }]);
});

test('the links lie end to end and make up the whole run', () => {
  const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
  const graph = fc.record({
    edges: fc.uniqueArray(
      fc.tuple(fc.nat(5), fc.nat(5)).filter(([from, to]) => from < to),
      { selector: ([from, to]) => `${from}>${to}`, maxLength: 12 },
    ),
    durations: fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 6, maxLength: 6 }),
  });
  fc.assert(
    fc.property(graph, ({ edges, durations }) => {
      const workflow = workflowOf({ tasks: ids.join(' '), edges: edges.map(([from, to]) => `${ids[from]} > ${ids[to]}`) });
      const { run, chain } = chainOf(workflow, Object.fromEntries(ids.map((id, i) => [id, [durations[i]!]])));
      expect(chain[0]?.fromAt).toBe(500);
      expect(chain.at(-1)?.toAt).toBe(500 + run.makespanMs);
      chain.slice(1).forEach((link, i) => expect(link.fromAt).toBe(chain[i]!.toAt));
      expect(chain.reduce((all, { share }) => all + share, 0)).toBeCloseTo(1);
    }),
  );
});
