import { describe, expect, it } from 'vitest';
import type { LayoutGraph } from './graph.ts';
import { layeredLayout } from './layered-layout.ts';
import { layoutNode } from './layout-node.ts';

const graph = (count: number, edges: [number, number][], direction: 'LR' | 'TB' = 'TB'): LayoutGraph => ({
  nodes: Array.from({ length: count }, (_, i) => ({ id: `t${i}`, width: 184, height: 52 })),
  edges: edges.map(([a, b]) => ({ from: `t${a}`, to: `t${b}` })),
  direction,
});
const at = (positions: Record<string, [number, number]>, i: number): [number, number] => positions[`t${i}`] as [number, number];

function overlaps(g: LayoutGraph, positions: Record<string, [number, number]>): string[] {
  const found: string[] = [];
  g.nodes.forEach((a, i) =>
    g.nodes.slice(i + 1).forEach((b) => {
      const [ax, ay] = positions[a.id] as [number, number];
      const [bx, by] = positions[b.id] as [number, number];
      if (Math.abs(ax - bx) < 184 && Math.abs(ay - by) < 52) found.push(`${a.id} ${b.id}`);
    }),
  );
  return found;
}
function random(count: number): LayoutGraph {
  let seed = 7;
  const next = (): number => (seed = (seed * 1103515245 + 12345) & 0x7fffffff) / 0x7fffffff;
  const width = Math.ceil(Math.sqrt(count));
  const edges: [number, number][] = [];
  for (let i = width; i < count; i++) {
    edges.push([Math.max(0, i - width + Math.floor(next() * 3) - 1), i]);
    if (next() < 0.3) edges.push([Math.max(0, i - width - Math.floor(next() * width)), i]);
  }
  return graph(count, edges);
}

describe('layeredLayout', () => {
  it('leaves room for the names of ports before the next rank, where they stand beside the box', () => {
    const rect = { width: 184, height: 52 };
    const nodes = [
      layoutNode({ id: 't0', rect, ports: ['approved', 'rejected'] }),
      layoutNode({ id: 't1', rect, ports: ['out'] }),
      layoutNode({ id: 't2', rect, ports: ['out'] }),
    ];
    const edges = [
      { from: 't0', to: 't1' },
      { from: 't1', to: 't2' },
    ];
    const across = layeredLayout({ nodes, edges, direction: 'LR' });
    expect(at(across, 1)[0] - at(across, 0)[0]).toBeGreaterThanOrEqual(184 + 8 + 8 * 6.2);
    expect(at(across, 2)[0] - at(across, 1)[0]).toBe(184 + 48);
    const down = layeredLayout({ nodes, edges, direction: 'TB' });
    expect(at(down, 1)[1] - at(down, 0)[1]).toBe(52 + 48);
  });

  it('puts a chain on one line, 48 px apart', () => {
    const positions = layeredLayout(
      graph(3, [
        [0, 1],
        [1, 2],
      ]),
    );
    expect(at(positions, 0)[0]).toBe(at(positions, 1)[0]);
    expect(at(positions, 1)[1] - at(positions, 0)[1]).toBe(100);
    const sideways = layeredLayout(
      graph(
        3,
        [
          [0, 1],
          [1, 2],
        ],
        'LR',
      ),
    );
    expect(at(sideways, 0)[1]).toBe(at(sideways, 2)[1]);
    expect(at(sideways, 1)[0] - at(sideways, 0)[0]).toBe(232);
  });

  it('centres a parent over its children and a join under its parents', () => {
    const positions = layeredLayout(
      graph(4, [
        [0, 1],
        [0, 2],
        [1, 3],
        [2, 3],
      ]),
    );
    const middle = (at(positions, 1)[0] + at(positions, 2)[0]) / 2;
    expect(at(positions, 0)[0]).toBe(middle);
    expect(at(positions, 3)[0]).toBe(middle);
  });

  it('untangles what can be untangled', () => {
    const positions = layeredLayout(
      graph(6, [
        [0, 5],
        [1, 4],
        [2, 3],
      ]),
    );
    for (const [a, b] of [
      [0, 5],
      [1, 4],
      [2, 3],
    ] as const)
      expect(at(positions, a)[0]).toBe(at(positions, b)[0]);
  });

  it('moves a late source next to its child', () => {
    const positions = layeredLayout(
      graph(4, [
        [0, 1],
        [1, 2],
        [3, 2],
      ]),
    );
    expect(at(positions, 3)[1]).toBe(at(positions, 1)[1]);
  });

  it('keeps boxes apart, keeps every edge pointing forward, and stands on the grid', () => {
    for (const count of [20, 200]) {
      const g = random(count);
      const positions = layeredLayout(g);
      expect(overlaps(g, positions)).toEqual([]);
      for (const edge of g.edges) expect(positions[edge.to]?.[1]).toBeGreaterThan(positions[edge.from]?.[1] as number);
      for (const [x, y] of Object.values(positions)) expect([x % 4, y % 4].map(Math.abs)).toEqual([0, 0]);
    }
  });

  it('places everything although there are cycles, loops to oneself, doubles and dangling edges', () => {
    const g = graph(5, [
      [0, 1],
      [1, 2],
      [2, 0],
      [3, 3],
      [0, 1],
    ]);
    g.edges.push({ from: 't0', to: 'nowhere' });
    const positions = layeredLayout(g);
    expect(Object.keys(positions)).toHaveLength(5);
    expect(overlaps(g, positions)).toEqual([]);
  });

  it('wraps a long chain, and says the same twice', () => {
    const g = graph(
      40,
      Array.from({ length: 39 }, (_, i) => [i, i + 1] as [number, number]),
      'LR',
    );
    const positions = layeredLayout(g);
    const xs = Object.values(positions).map(([x]) => x);
    expect(Math.max(...xs)).toBeLessThan(40 * 232 * 0.5);
    expect(overlaps(g, positions)).toEqual([]);
    expect(layeredLayout(g)).toEqual(positions);
  });

  it('lays out 1,000 and 10,000 boxes without a stack or an overlap in a row', () => {
    for (const count of [1000, 10_000]) expect(Object.keys(layeredLayout(random(count)))).toHaveLength(count);
  });
});
