import { describe, expect, it } from 'vitest';
import { cheapCondition } from './cheap-condition.ts';
import { isSmallJson } from './is-small-json.ts';

const sets = (text: string) => {
  const cheap = cheapCondition(text);
  return cheap && { outputs: [...cheap.outputs], statuses: [...cheap.statuses] };
};

describe('a cheap condition', () => {
  it.each([
    ['run.number > 0', [], []],
    ['params.city == "Seattle" && !(ds in ["2026-01-01"])', [], []],
    ['tasks.rain.output.mm > 10 ? tasks.wind.status == "success" : false', ['rain'], ['wind']],
    ['tasks["rain-1"]["output"].days[0].mm + 1 <= 3', ['rain-1'], []],
    ['has(params.n) && size(params.list) > 2 && params.s.startsWith("a")', [], []],
    ['has(tasks.a.output.b)', ['a'], []],
  ])('%s', (text, outputs, statuses) => expect(sets(text)).toEqual({ outputs, statuses }));

  it.each([
    'params.list.all(x, x > 0)',
    'params.list.exists(x, tasks.a.output == x)',
    'params.s.matches("^a.c$")',
    // Which task is read stands only in a value.
    'tasks[params.name].output > 1',
    'size(tasks) > 1',
    'has(tasks.a)',
    'tasks.a == tasks.b',
    'size(tasks.a.artifacts) > 0',
    'conn.db.host == "x"',
    'timestamp(ts) < timestamp("2026-01-01T00:00:00Z")',
    Array.from({ length: 20 }, (_, n) => `params.n == ${n}`).join(' || '),
    'params.',
  ])('is not: %s', (text) => expect(cheapCondition(text)).toBeNull());
});

describe('small values', () => {
  it('are counted by entries, fields and characters', () => {
    expect(isSmallJson({ a: [1, 2, 'x'.repeat(3_900)] }, null)).toBe(true);
    expect(isSmallJson('x'.repeat(2_500), { b: 'x'.repeat(2_500) })).toBe(false);
    expect(isSmallJson(Array(5_000).fill(0))).toBe(false);
    expect(isSmallJson({ ['k'.repeat(5_000)]: 1 })).toBe(false);
  });
});
