import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildGraph } from './build-graph.ts';
import { criticalPath } from './critical-path.ts';
import { findCycle } from './find-cycle.ts';
import type { Graph } from './graph.ts';
import { reachable } from './reachable.ts';
import { topologicalOrder } from './topological-order.ts';
import { transitiveReduction } from './transitive-reduction.ts';

const graphOf = (ids: string, ...edges: string[]): Graph =>
  buildGraph(
    ids.split(' '),
    edges.map((edge) => {
      const [from, to] = edge.split('>') as [string, string];
      return { from, to };
    }),
  );
const names = (graph: Graph, nodes: Iterable<number>) => [...nodes].map((node) => graph.ids[node]);
const reached = (graph: Graph, id: string, steps: Graph['up']) =>
  graph.ids.filter((_, node) => reachable(steps, [graph.indexOf.get(id)!])[node] === 1);

/** Any graph over up to 40 nodes whose edges go forward, and its pairs. */
const acyclic = fc
  .record({ size: fc.integer({ min: 1, max: 40 }), pairs: fc.array(fc.tuple(fc.nat(39), fc.nat(39)), { maxLength: 120 }) })
  .map(({ size, pairs }) => {
    const forward = pairs.filter(([from, to]) => from < to && to < size);
    const ids = Array.from({ length: size }, (_, at) => `n${at}`);
    return {
      graph: buildGraph(
        ids,
        forward.map(([from, to]) => ({ from: `n${from}`, to: `n${to}` })),
      ),
      forward,
    };
  });

test('a graph counts an edge once and leaves out what hangs in the air', () => {
  const graph = graphOf('a b', 'a>b', 'a>b', 'a>x', 'x>b');
  expect([...graph.down.targets]).toEqual([1]);
  expect([...graph.up.targets]).toEqual([0]);
});

test('neighbours are sorted and complete, both ways', () => {
  fc.assert(
    fc.property(acyclic, ({ graph, forward }) => {
      graph.ids.forEach((_, node) => {
        const wanted = [...new Set(forward.filter(([from]) => from === node).map(([, to]) => to))].sort((a, b) => a - b);
        expect([...graph.down.targets.subarray(graph.down.offsets[node], graph.down.offsets[node + 1])]).toEqual(wanted);
      });
      expect(graph.up.targets).toHaveLength(graph.down.targets.length);
    }),
  );
});

describe('topological order', () => {
  test('goes by depth, then by id', () => {
    const graph = graphOf('z b a c', 'z>c', 'a>b', 'b>c');
    const sorted = topologicalOrder(graph)!;
    expect(names(graph, sorted.order)).toEqual(['a', 'z', 'b', 'c']);
    expect(sorted.depth[graph.indexOf.get('c')!]).toBe(2);
  });

  test('has every edge go forward', () => {
    fc.assert(
      fc.property(acyclic, ({ graph, forward }) => {
        const place = new Map([...topologicalOrder(graph)!.order].map((node, at) => [node, at]));
        for (const [from, to] of forward) expect(place.get(from)!).toBeLessThan(place.get(to)!);
      }),
    );
  });

  test('of a cyclic graph is none, and the cycle is named', () => {
    const graph = graphOf('a b c d', 'a>b', 'b>c', 'c>b', 'c>d');
    expect(topologicalOrder(graph)).toBeNull();
    expect(findCycle(graph)).toEqual(['b', 'c']);
    expect(findCycle(graphOf('a', 'a>a'))).toEqual(['a']);
    expect(findCycle(graphOf('a b', 'a>b'))).toBeNull();
  });
});

test('what can be reached', () => {
  const graph = graphOf('a b c d e', 'a>b', 'b>c', 'd>c', 'c>e');
  expect(reached(graph, 'b', graph.down)).toEqual(['c', 'e']);
  expect(reached(graph, 'c', graph.up)).toEqual(['a', 'b', 'd']);
});

describe('transitive reduction', () => {
  test('leaves out the edge that a longer path makes needless', () => {
    const graph = graphOf('a b c', 'a>b', 'b>c', 'a>c');
    expect(transitiveReduction(graph)).toEqual([
      ['a', 'b'],
      ['b', 'c'],
    ]);
    expect(transitiveReduction(graphOf('a b', 'a>b', 'b>a'))).toBeNull();
  });

  test('reaches the same with the fewest edges', () => {
    fc.assert(
      fc.property(acyclic, ({ graph }) => {
        const kept = transitiveReduction(graph)!.map(([from, to]) => ({ from, to }));
        const reduced = buildGraph(graph.ids, kept);
        graph.ids.forEach((id) => expect(reached(reduced, id, reduced.down)).toEqual(reached(graph, id, graph.down)));
        for (const { from, to } of kept) {
          const without = buildGraph(
            graph.ids,
            kept.filter((edge) => edge.from !== from || edge.to !== to),
          );
          expect(reached(without, from, without.down)).not.toContain(to);
        }
      }),
    );
  });

  test('works beyond one block of columns', () => {
    const ids = Array.from({ length: 2500 }, (_, at) => `n${String(at).padStart(4, '0')}`);
    const edges = ids.slice(1).flatMap((id, at) => [
      { from: ids[at]!, to: id },
      { from: ids[0]!, to: id },
    ]);
    expect(transitiveReduction(buildGraph(ids, edges))).toHaveLength(2499);
  });
});

test('the critical path is the longest by time', () => {
  const graph = graphOf('a b c d', 'a>b', 'a>c', 'b>d', 'c>d');
  const took: Record<string, number> = { a: 5, b: 1, c: 9, d: 2 };
  expect(criticalPath(graph, (id) => took[id]!)).toEqual({ path: ['a', 'c', 'd'], totalMs: 16 });
  expect(criticalPath(buildGraph([], []), () => 1)).toEqual({ path: [], totalMs: 0 });
  expect(criticalPath(graphOf('a b', 'a>b', 'b>a'), () => 1)).toBeNull();
});
