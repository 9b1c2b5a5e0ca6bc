import { findCycle } from '#domain/graph/find-cycle.ts';
import type { Rule } from '../context.ts';

/** A cycle of edges, named: `edge.cycle`. Edges that a teardown or a mapped list implies count too. */
export const cycles: Rule = function* ({ workflow, graph, order }) {
  if (order !== null) return;
  const cycle = findCycle(graph) ?? [];
  const first = cycle[0] ?? '';
  const shown = cycle.length > 12 ? [...cycle.slice(0, 6), `${cycle.length - 7} more`, ...cycle.slice(-1)] : cycle;
  const after = new Map(cycle.map((id, i) => [id, cycle[(i + 1) % cycle.length] ?? first]));
  // The last edge of the way round is the one a person drew too much, as far as one can tell.
  let pointer = '/edges';
  workflow.edges.forEach(({ from, to }, index) => {
    if (after.get(from) === to) pointer = `/edges/${index}`;
  });
  yield {
    code: 'edge.cycle',
    level: 'error',
    pointer,
    task: first,
    message: `The edges form a cycle: ${[...shown, first].join(' → ')}. Remove one of them.`,
  };
};
