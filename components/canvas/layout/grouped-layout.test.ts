import { expect, test } from 'vitest';
import { frameRect } from '../project/frames.ts';
import type { LayoutGraph } from './graph.ts';
import { groupedLayout } from './grouped-layout.ts';
import { layeredLayout } from './layered-layout.ts';

const box = { width: 184, height: 52 };
const nodes = (...ids: string[]): LayoutGraph['nodes'] => ids.map((id) => ({ id, ...box }));

function framesOf(graph: LayoutGraph) {
  const places = groupedLayout(graph);
  const rect = (id: string) => ({ x: places[id]?.[0] ?? NaN, y: places[id]?.[1] ?? NaN, ...box });
  return {
    places,
    rect,
    frames: (graph.groups ?? []).map((group) => ({ ...group, rect: frameRect(group.members.map(rect), group.height)! })),
  };
}
const touch = (a: { x: number; y: number; width: number; height: number }, b: typeof a): boolean =>
  a.x < b.x + b.width && a.x + a.width > b.x && a.y < b.y + b.height && a.y + a.height > b.y;

test('a frame holds its own boxes alone, however the edges run in and out of it', () => {
  // A grid of 5 x 6 tasks, each row a chain, with cross edges; three groups, two of them in one another.
  const ids = Array.from({ length: 30 }, (_, i) => `t${i}`);
  const edges = ids.flatMap((from, i) => [
    ...(i % 6 < 5 ? [{ from, to: `t${i + 1}` }] : []),
    ...(i % 7 === 0 && i + 9 < 30 ? [{ from, to: `t${i + 9}` }] : []),
  ]);
  const groups = [
    { id: 'outer', members: ['t1', 't2', 't8', 't9', 't15'], height: 1 },
    { id: 'inner', members: ['t2', 't9'], height: 0 },
    { id: 'other', members: ['t20', 't21', 't27', 't4'], height: 0 },
  ];
  for (const direction of ['LR', 'TB'] as const) {
    const { rect, frames, places } = framesOf({ nodes: nodes(...ids), edges, direction, groups });
    expect(Object.keys(places)).toHaveLength(30);
    for (const frame of frames)
      for (const id of ids)
        if (!frame.members.includes(id)) expect(touch(frame.rect, rect(id)), `${id} in ${frame.id}`).toBe(false);
    expect(touch(frames[0]!.rect, frames[2]!.rect)).toBe(false);
    for (const [i, a] of ids.entries())
      for (const b of ids.slice(i + 1)) expect(touch(rect(a), rect(b)), `${a} on ${b}`).toBe(false);
    for (const at of Object.values(places)) expect([at[0] % 4, at[1] % 4].map(Math.abs)).toEqual([0, 0]);
  }
});

test('a group stands where its edges put it: after what it waits for', () => {
  const { places } = framesOf({
    nodes: nodes('a', 'b', 'c', 'd'),
    edges: [
      { from: 'a', to: 'b' },
      { from: 'b', to: 'c' },
      { from: 'c', to: 'd' },
    ],
    direction: 'LR',
    groups: [{ id: 'g', members: ['b', 'c'], height: 0 }],
  });
  const x = ['a', 'b', 'c', 'd'].map((id) => places[id]?.[0] ?? NaN);
  expect(x).toEqual([...x].sort((p, q) => p - q));
});

test('without groups it is the layered layout', () => {
  const graph: LayoutGraph = { nodes: nodes('a', 'b'), edges: [{ from: 'a', to: 'b' }], direction: 'LR' };
  expect(groupedLayout(graph)).toEqual(layeredLayout(graph));
});
