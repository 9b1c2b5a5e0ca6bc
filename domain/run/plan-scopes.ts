import type { Adjacency, Graph } from '#domain/graph/graph.ts';
import { adjacency } from '#domain/graph/adjacency.ts';
import { reachable } from '#domain/graph/reachable.ts';

/** What setups and teardowns hang on, beyond their edges. */
export interface SetupScopes {
  setups: Adjacency;
  setupUsers: Adjacency;
  teardowns: Adjacency;
  teardownsOver: Adjacency;
  teardownWaits: Int32Array;
}

/**
 * Setup s is in the scope of a task if it is upstream of it at any distance and either has no teardown or has one downstream
 * of the task; direct upstreams are left out, their trigger rule counts them. A teardown waits for what is both a descendant
 * of one of its setups and its own ancestor. A setup and a teardown belong together by an edge.
 */
export function setupScopes(graph: Graph, roles: readonly { setup: boolean; teardown: boolean }[]): SetupScopes {
  const size = graph.ids.length;
  const users: number[] = [];
  const used: number[] = [];
  const waiting: number[] = [];
  const waited: number[] = [];
  const waits = new Int32Array(size);
  const { up, down } = graph;
  const ancestors = new Map<number, Uint8Array>();
  const ancestorsOf = (teardown: number): Uint8Array => {
    let marks = ancestors.get(teardown);
    if (marks === undefined) ancestors.set(teardown, (marks = reachable(up, [teardown])));
    return marks;
  };
  for (let setup = 0; setup < size; setup++) {
    if (!roles[setup]!.setup) continue;
    const direct = down.targets.subarray(down.offsets[setup]!, down.offsets[setup + 1]!);
    const ends = [...direct].filter((node) => roles[node]!.teardown).map(ancestorsOf);
    const below = reachable(down, [setup]);
    const children = new Set(direct);
    for (let node = 0; node < size; node++) {
      if (below[node] === 0 || children.has(node) || roles[node]!.teardown) continue;
      if (ends.length > 0 && !ends.some((marks) => marks[node] === 1)) continue;
      users.push(node);
      used.push(setup);
    }
  }
  for (let teardown = 0; teardown < size; teardown++) {
    if (!roles[teardown]!.teardown) continue;
    const direct = up.targets.subarray(up.offsets[teardown]!, up.offsets[teardown + 1]!);
    const starts = [...direct].filter((node) => roles[node]!.setup);
    if (starts.length === 0) continue;
    const above = ancestorsOf(teardown);
    const below = reachable(down, starts, (node) => above[node] === 1);
    const parents = new Set(direct);
    for (let node = 0; node < size; node++) {
      if (below[node] === 0 || parents.has(node)) continue;
      waiting.push(teardown);
      waited.push(node);
      waits[teardown]!++;
    }
  }
  return {
    setups: adjacency(size, users, used),
    setupUsers: adjacency(size, used, users),
    teardowns: adjacency(size, waited, waiting),
    teardownsOver: adjacency(size, waiting, waited),
    teardownWaits: waits,
  };
}
