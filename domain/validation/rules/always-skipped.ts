import { portsOf } from '#domain/definition/ports.ts';
import type { Problem } from '#domain/definition/problem.ts';
import type { Edge, TriggerRule } from '#domain/definition/schema/workflow.ts';
import { reachable } from '#domain/graph/reachable.ts';
import type { Context, Rule } from '../context.ts';

/** Rules that skip as soon as one upstream is skipped. */
const skipsWithOne: ReadonlySet<TriggerRule> = new Set(['all_success', 'all_failed', 'all_done_min_one_success', 'none_skipped']);
/** Rules that skip when all upstreams are skipped. */
const skipsWithAll: ReadonlySet<TriggerRule> = new Set(['one_success', 'none_failed_min_one_success']);
/** Masks are 31 bits. A branch with more ports is left alone. */
const mostPorts = 31;
/** Edges looked at in all: a workflow of thousands of branches over one large tail is linted only so far. */
const mostWork = 6_000_000;

/** Ports of a branch of which at most one is taken; null when several may be, or when it is no branch. */
function exclusivePorts({ workflow, manifests }: Context, node: number): string[] | null {
  const task = workflow.tasks[node];
  const manifest = task === undefined ? undefined : manifests.get(task.operator);
  if (task === undefined || manifest === undefined || Array.isArray(manifest.ports) || task.config['all'] === true) return null;
  const ports = portsOf(manifest, task.config);
  return ports.length > 1 && ports.length <= mostPorts ? ports : null;
}

/** For every node after a branch, the ports (as bits) with which it can run at all (all of them where no port decides); the branch's rule is semantics.md, "Branch and short circuit". */
function runsWith(context: Context, branch: number, ports: readonly string[], edges: readonly Edge[]): Int32Array {
  const { workflow, graph, order } = context;
  const all = 2 ** ports.length - 1;
  const direct = new Map<number, number>();
  for (const { port, to } of edges) {
    const child = graph.indexOf.get(to);
    const bit = ports.indexOf(port);
    if (child !== undefined && bit >= 0) direct.set(child, (direct.get(child) ?? 0) | (1 << bit));
  }
  // A direct child that comes after a followed one is spared by the branch itself.
  for (const [bit] of ports.entries()) {
    const followed = [...direct].filter(([, mask]) => mask & (1 << bit)).map(([child]) => child);
    const after = reachable(graph.down, followed);
    for (const [child, mask] of direct) if (after[child] === 1) direct.set(child, mask | (1 << bit));
  }
  const affected = reachable(graph.down, [branch]);
  const masks = new Int32Array(graph.ids.length).fill(all);
  const { offsets, targets } = graph.up;
  for (const node of order ?? []) {
    if (affected[node] !== 1) continue;
    const rule = workflow.tasks[node]?.triggerRule ?? 'all_success';
    let both = all;
    let any = 0;
    for (let at = offsets[node] ?? 0; at < (offsets[node + 1] ?? 0); at++) {
      const mask = masks[targets[at] ?? -1] ?? all;
      both &= mask;
      any |= mask;
    }
    masks[node] = (direct.get(node) ?? all) & (skipsWithOne.has(rule) ? both : skipsWithAll.has(rule) ? any : all);
  }
  return masks;
}

/** Tasks that every run skips, because they join paths of a branch of which only one is taken: `rule.always-skipped` (warning). */
export const alwaysSkipped: Rule = (context) => {
  const { workflow, graph, order } = context;
  if (order === null) return [];
  const problems: Problem[] = [];
  const told = new Set<number>();
  const leaving = new Map<string, Edge[]>();
  for (const edge of workflow.edges) {
    const list = leaving.get(edge.from);
    if (list === undefined) leaving.set(edge.from, [edge]);
    else list.push(edge);
  }
  let work = mostWork;
  for (const branch of order) {
    const ports = exclusivePorts(context, branch);
    if (ports === null || work < 0) continue;
    work -= (graph.down.targets.length + workflow.edges.length + graph.ids.length) * 2;
    const masks = runsWith(context, branch, ports, leaving.get(workflow.tasks[branch]?.id ?? '') ?? []);
    const { offsets, targets } = graph.up;
    for (const [node, mask] of masks.entries()) {
      const task = workflow.tasks[node];
      if (mask !== 0 || task === undefined || told.has(node)) continue;
      told.add(node);
      // What only follows such a task is its consequence, and not told again.
      const upstream = [...targets.subarray(offsets[node], offsets[node + 1])];
      if (upstream.some((other) => masks[other] === 0)) continue;
      problems.push({
        code: 'rule.always-skipped',
        level: 'warning',
        pointer: `/tasks/${node}/triggerRule`,
        task: task.id,
        message: `"${task.id}" is always skipped: "${workflow.tasks[branch]?.id}" takes one of its ports, and ${task.triggerRule} wants the paths of several. Use none_failed_min_one_success.`,
        fix: {
          label: 'Use none_failed_min_one_success',
          edits: [{ type: 'set-task-settings', task: task.id, settings: { triggerRule: 'none_failed_min_one_success' } }],
        },
      });
    }
  }
  return problems;
};
