import type { Draft } from './draft.ts';
import { excludedChildren } from './excluded-children.ts';
import { kindOf, type Kind } from './kind.ts';
import type { Plan } from './plan-shape.ts';
import type { Decision, Need, Row } from './row.ts';

/** Whether copies of the two belong together by index. */
export const sameGroup = (plan: Plan, a: number, b: number): boolean => {
  const scope = plan.tasks[a]!.scope;
  return scope >= 0 && scope === plan.tasks[b]!.scope;
};

/** Carries a change of one task run into the counters of those that hang on it, and has them judged. */
export function spread(draft: Draft, task: number, index: number, prev: Row, next: Row): void {
  const { plan } = draft;
  const before = kindOf(prev.status);
  const after = kindOf(next.status);
  if (before !== after) {
    const { offsets, targets } = plan.graph.down;
    for (let at = offsets[task]!; at < offsets[task + 1]!; at++) {
      const node = targets[at]!;
      adjust(draft, node, counting(draft, task, index, node), before, after, 0);
    }
    if (plan.hasScopes) spreadScopes(draft, task, index, Number(after !== null) - Number(before !== null));
  }
  const held = before === null ? null : prev.decision;
  const holds = after === null ? null : next.decision;
  if (held === holds) return;
  if (held !== null) exclude(draft, task, index, held, -1);
  if (holds !== null) exclude(draft, task, index, holds, 1);
}

/** The row of a neighbour that counts a task run: the copy of the same index inside one group, else the task itself. */
const counting = (draft: Draft, task: number, index: number, node: number): number =>
  index >= 0 && sameGroup(draft.plan, task, node) && draft.expanded(node) ? index : -1;

/** What hangs on a task run by more than an edge: teardowns that wait for it, tasks mapped over it or covered by a setup. */
function spreadScopes(draft: Draft, task: number, index: number, finished: number): void {
  const { plan } = draft;
  each(plan.teardowns, task, (node) => {
    const at = counting(draft, task, index, node);
    const row = draft.row(node, at);
    draft.replace(node, at, { ...row, need: { ...row.need, waited: row.need.waited + finished } });
    draft.judge(node, at);
  });
  each(plan.readers, task, (node) => draft.judge(node, -1));
  each(plan.setupUsers, task, (node) => draft.judge(node, counting(draft, task, index, node)));
}

function exclude(draft: Draft, task: number, index: number, decision: Decision, by: number): void {
  const { plan } = draft;
  const inGroup = index >= 0 && plan.scopes[plan.tasks[task]!.scope]!.group;
  for (const node of excludedChildren(plan, task, decision))
    if (!inGroup || sameGroup(plan, task, node)) adjust(draft, node, counting(draft, task, index, node), null, null, by);
}

function adjust(draft: Draft, node: number, index: number, before: Kind | null, after: Kind | null, excluding: number): void {
  const row = draft.row(node, index);
  const need: { -readonly [name in keyof Need]: number } = { ...row.need };
  if (before !== null) need[before]--;
  if (after !== null) need[after]++;
  need.excluding += excluding;
  draft.replace(node, index, { ...row, need });
  draft.judge(node, index);
}

/** Calls `visit` for every neighbour of a node. */
export function each(
  steps: { offsets: Int32Array; targets: Int32Array },
  node: number,
  visit: (neighbour: number) => void,
): void {
  for (let at = steps.offsets[node]!; at < steps.offsets[node + 1]!; at++) visit(steps.targets[at]!);
}
