import type { Draft } from './draft.ts';
import { excludedChildren } from './excluded-children.ts';
import { kindOf, type Kind } from './kind.ts';
import type { Plan } from './plan-shape.ts';
import type { Need, Row } from './row.ts';

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
  /** The row that counts this one: the copy of the same index inside one group, else the task itself. */
  const concerned = (node: number) => (index >= 0 && sameGroup(plan, task, node) && draft.expanded(node) ? index : -1);
  if (before !== after) {
    each(plan.graph.down, task, (node) => adjust(draft, node, concerned(node), before, after, 0));
    each(plan.teardowns, task, (node) => {
      const at = concerned(node);
      const row = draft.row(node, at);
      const waited = row.need.waited + Number(after !== null) - Number(before !== null);
      draft.replace(node, at, { ...row, need: { ...row.need, waited } });
      draft.judge(node, at);
    });
    each(plan.readers, task, (node) => draft.judge(node, -1));
    each(plan.setupUsers, task, (node) => draft.judge(node, concerned(node)));
  }
  const held = before === null ? null : prev.decision;
  const holds = after === null ? null : next.decision;
  if (held === holds) return;
  const inGroup = index >= 0 && plan.scopes[plan.tasks[task]!.scope]!.group;
  const exclude = (decision: Row['decision'], by: number) => {
    if (decision === null) return;
    for (const node of excludedChildren(plan, task, decision))
      if (!inGroup || sameGroup(plan, task, node)) adjust(draft, node, concerned(node), null, null, by);
  };
  exclude(held, -1);
  exclude(holds, 1);
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
