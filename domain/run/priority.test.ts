import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildGraph } from '#domain/graph/build-graph.ts';
import { reachable } from '#domain/graph/reachable.ts';
import { effectivePriorities, type OwnPriority } from './priority.ts';

const rules = ['downstream', 'upstream', 'absolute'] as const;

function check(size: number, edges: [number, number][], own: OwnPriority[]): void {
  const graph = buildGraph(
    Array.from({ length: size }, (_, at) => String(at)),
    edges.map(([from, to]) => ({ from: String(from), to: String(to) })),
  );
  const order = Array.from({ length: size }, (_, at) => at);
  const effective = effectivePriorities(graph, order, own);
  own.forEach(({ weight, rule }, node) => {
    const marks = rule === 'absolute' ? null : reachable(rule === 'downstream' ? graph.down : graph.up, [node]);
    const others = marks === null ? 0 : own.reduce((sum, other, at) => sum + (marks[at] === 1 ? other.weight : 0), 0);
    expect(effective[node]).toBe(weight + others);
  });
}

test('own weight plus that of everything below or above, each once however many paths lead there', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ weight: fc.integer({ min: -9, max: 9 }), rule: fc.constantFrom(...rules) }), {
        minLength: 1,
        maxLength: 30,
      }),
      fc.array(fc.tuple(fc.nat(29), fc.nat(29)), { maxLength: 80 }),
      (own, pairs) =>
        check(
          own.length,
          pairs.filter(([from, to]) => from < to && to < own.length),
          own,
        ),
    ),
  );
});

test('beyond one block of columns', () => {
  const size = 2100;
  const own = Array.from({ length: size }, (_, at): OwnPriority => ({ weight: (at % 7) - 2, rule: rules[at % 3]! }));
  const edges = Array.from({ length: size - 1 }, (_, at): [number, number][] => [
    [at, at + 1],
    [Math.floor(at / 2), at + 1],
  ]).flat();
  check(size, edges, own);
});
