import { expect, it } from 'vitest';
import type { Task } from '#domain/definition/schema/workflow.ts';
import { copiesWord } from './copies-word.ts';

const map = (combine: 'product' | 'zip', ...items: (string | number[])[]): Task['map'] => ({
  over: items.map((list, i) => ({ into: `f${i}`, items: list })),
  combine,
  limit: 1024,
});

it('counts what the lists make together, as far as they are written down', () => {
  expect(copiesWord(undefined)).toBeNull();
  expect(copiesWord(map('product', [1, 2, 3]))).toBe('×3');
  expect(copiesWord(map('product', [1, 2, 3], [1, 2]))).toBe('×6');
  expect(copiesWord(map('zip', [1, 2, 3], [1, 2]))).toBe('×2');
  expect(copiesWord(map('product', [1, 2], '{{ tasks.list.output }}'))).toBe('×?');
});
