import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hashText } from './hash-text.ts';
import { namedTasks } from './named-tasks.ts';
import { retryDelayMs } from './retry.ts';

test('the delay is constant without a multiplier, whatever the cap', () => {
  for (const multiplier of [0, 1])
    expect(retryDelayMs({ max: 9, delaySec: 100_000, multiplier, maxDelaySec: 10 }, 5, 'w#t#0#5')).toBe(100_000_000);
});

test('the same attempt waits the same time on every machine: a stated hash', () => {
  expect(hashText('w#t#1790000000000#2')).toBe(hashText(['w', 't', '1790000000000', '2'].join('#')));
  expect([hashText(''), hashText('a'), hashText('w#t#0#1')]).toEqual([2872998923, 444641715, 1571749573]);
  const retry = { max: 9, delaySec: 30, multiplier: 2 };
  expect(retryDelayMs(retry, 1, 'w#t#0#1')).toBe((30 + (1571749573 % 30)) * 1000);
});

test('backoff lies between its base and twice its base, under both caps', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 100_000, noNaN: true }),
      fc.double({ min: 1.01, max: 100, noNaN: true }),
      fc.integer({ min: 1, max: 2000 }),
      fc.option(fc.integer({ min: 1, max: 90_000 }), { nil: undefined }),
      (delaySec, multiplier, attempt, maxDelaySec) => {
        const retry = { max: 1, delaySec, multiplier, ...(maxDelaySec === undefined ? {} : { maxDelaySec }) };
        const delay = retryDelayMs(retry, attempt, `w#t#0#${attempt}`) / 1000;
        const grown = Math.ceil(delaySec * multiplier ** (attempt - 1));
        const base = Math.max(1, Number.isFinite(grown) ? grown : 86_400);
        const cap = Math.min(86_400, maxDelaySec ?? 86_400);
        expect(delay).toBeGreaterThanOrEqual(Math.min(base, cap));
        expect(delay).toBeLessThanOrEqual(Math.min(2 * base - 1, cap));
      },
    ),
  );
});

test('the tasks that a template names', () => {
  expect(namedTasks("{{ tasks.load.output.rows }} and {{ tasks['my-task'].output | length }}")).toEqual(['load', 'my-task']);
  expect(namedTasks('{% for x in tasks["a.b"].output %}{{ x }}{% endfor %}{{ tasks.load.output }}')).toEqual(['a.b', 'load']);
  expect(namedTasks('tasks.load.output outside, {{ params.tasks }}, {{ subtasks.x }}')).toEqual([]);
});
