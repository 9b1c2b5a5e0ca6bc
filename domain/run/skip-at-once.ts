import { reachable } from '#domain/graph/reachable.ts';
import type { Draft } from './draft.ts';
import { excludedChildren } from './excluded-children.ts';
import { finish } from './finish.ts';
import type { Decision } from './row.ts';
import { sameGroup } from './spread.ts';

/**
 * What a decision skips the moment it is taken: a branch the children it excludes, a short circuit all descendants or its
 * children; teardowns are spared by a short circuit. Only `none` task runs: what runs, waits for a retry or is finished
 * keeps its status. In a mapped group a copy decides for its own index alone; what lies outside goes by its own rule.
 */
export function skipAtOnce(draft: Draft, task: number, index: number, decision: Decision): void {
  const { plan } = draft;
  const inGroup = index >= 0 && plan.scopes[plan.tasks[task]!.scope]!.group;
  const why = 'shortCircuit' in decision ? 'short circuit' : 'not chosen';
  const skip = (node: number, at: number) => {
    if (draft.row(node, at).status === 'none') finish(draft, node, at, 'skipped', why);
  };
  for (const node of targets(draft, task, decision)) {
    if (inGroup) {
      if (!sameGroup(plan, task, node)) continue;
      skip(node, draft.expanded(node) ? index : -1);
    } else if (!draft.expanded(node)) skip(node, -1);
    else for (let copy = 0; copy < draft.copies(node).rows.size; copy++) skip(node, copy);
  }
}

function targets(draft: Draft, task: number, decision: Decision): readonly number[] {
  const { plan } = draft;
  if (!('shortCircuit' in decision) || decision.shortCircuit === 'children') return excludedChildren(plan, task, decision);
  const below = reachable(plan.graph.down, [task]);
  return plan.tasks.flatMap((planned, node) => (below[node] === 1 && !planned.teardown ? [node] : []));
}
