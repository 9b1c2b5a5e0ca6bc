import { boundsOf, type Rect } from '../geometry/rect.ts';
import { frameRect } from '../project/frames.ts';
import type { LayoutGraph } from './graph.ts';
import { layeredLayout } from './layered-layout.ts';

type Positions = Record<string, [number, number]>;
/** A node or a group as a node of the level it lies in; groups have a mark that no id can have. */
const asNode = (group: string): string => `group ${group}`;

/**
 * Lays a drawing out from the inside: each group alone, then as one box of its frame's size in the level round it; an edge counts in the
 * innermost level that holds both its ends. Without groups the layered layout itself. Places in px, upper left corners.
 */
export function groupedLayout(graph: LayoutGraph): Positions {
  const groups = graph.groups ?? [];
  if (groups.length === 0) return layeredLayout(graph);
  // Outermost first: the last group that names a node is the one it lies in directly.
  const home = new Map<string, string>();
  const parent = new Map<string, string>();
  for (const { id, members } of groups) {
    const round = members[0] === undefined ? undefined : home.get(members[0]);
    if (round !== undefined) parent.set(id, round);
    for (const member of members) home.set(member, id);
  }
  /** From the node itself to what stands for it on the outermost level, each with its level. */
  const pathOf = (node: string): { level: string; as: string }[] => {
    const path = [];
    let as = node;
    for (let at = home.get(node); at !== undefined; at = parent.get(at)) {
      path.push({ level: at, as });
      as = asNode(at);
    }
    return [...path, { level: '', as }];
  };
  const edges = new Map<string, { from: string; to: string }[]>();
  for (const { from, to } of graph.edges) {
    const ends = new Map(pathOf(to).map(({ level, as }) => [level, as]));
    const meet = pathOf(from).find(({ level }) => ends.has(level));
    if (meet === undefined) continue;
    const list = edges.get(meet.level) ?? [];
    list.push({ from: meet.as, to: ends.get(meet.level) ?? '' });
    edges.set(meet.level, list);
  }
  const size = new Map(graph.nodes.map((node) => [node.id, node]));
  const inner = new Map<string, { places: Positions; frame: Rect }>();
  const layOut = (level: string): Positions => {
    const nodes = graph.nodes.filter((node) => (home.get(node.id) ?? '') === level);
    const held = groups.filter((group) => (parent.get(group.id) ?? '') === level && inner.has(group.id));
    const places = layeredLayout({
      nodes: [...nodes, ...held.map(({ id }) => ({ ...(inner.get(id)?.frame as Rect), id: asNode(id) }))],
      edges: edges.get(level) ?? [],
      direction: graph.direction,
    });
    const result: Positions = {};
    for (const { id } of nodes) result[id] = places[id] ?? [0, 0];
    for (const { id } of held) {
      const { places: inside, frame } = inner.get(id) as { places: Positions; frame: Rect };
      const at = places[asNode(id)] ?? [0, 0];
      for (const [node, [x, y]] of Object.entries(inside)) result[node] = [x - frame.x + at[0], y - frame.y + at[1]];
    }
    return result;
  };
  for (const group of groups.toReversed()) {
    const places = layOut(group.id);
    const rects = Object.entries(places).flatMap(([id, [x, y]]) => {
      const node = size.get(id);
      return node === undefined ? [] : { x, y, width: node.width, height: node.height };
    });
    const frame = frameRect(rects, group.height);
    if (frame !== null && boundsOf(rects) !== null) inner.set(group.id, { places, frame });
  }
  return layOut('');
}
