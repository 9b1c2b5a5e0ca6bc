import type { Draft } from './draft.ts';
import { excludedChildren } from './excluded-children.ts';
import { kindOf } from './kind.ts';
import { noNeed, type Need, type Row } from './row.ts';
import { each, sameGroup } from './spread.ts';

type Counting = { -readonly [name in keyof Need]: number };

/** Counts the upstream of a task and of its copies anew: after copies were made, or a state was read. */
export function recount(draft: Draft, task: number): void {
  const { plan } = draft;
  const own: Counting = { ...noNeed };
  const expanded = draft.expanded(task);
  const perCopy: number[] = [];
  const perCopyWaited: number[] = [];
  each(plan.graph.up, task, (node) => {
    if (expanded && sameGroup(plan, node, task) && draft.expanded(node)) {
      own.extra--;
      perCopy.push(node);
    } else if (draft.expanded(node)) countCopies(draft, node, task, own);
    else countOne(draft, node, draft.row(node, -1), task, own);
  });
  each(plan.teardownsOver, task, (node) => {
    if (expanded && sameGroup(plan, node, task) && draft.expanded(node)) perCopyWaited.push(node);
    else if (draft.expanded(node)) {
      const { rows, sums } = draft.copies(node);
      own.waited += sums.success + sums.failed + sums.upstreamFailed + sums.skipped + sums.removed - (rows.size - 1);
    } else own.waited += Number(kindOf(draft.row(node, -1).status) !== null);
  });
  draft.replace(task, -1, { ...draft.row(task, -1), need: own });
  if (perCopy.length === 0 && perCopyWaited.length === 0) return;
  const { size } = draft.copies(task).rows;
  for (let index = 0; index < size; index++) {
    const need: Counting = { ...noNeed, extra: perCopy.length };
    for (const node of perCopy) countOne(draft, node, draft.row(node, index), task, need);
    for (const node of perCopyWaited) need.waited += Number(kindOf(draft.row(node, index).status) !== null);
    draft.replace(task, index, { ...draft.row(task, index), need });
  }
}

function countCopies(draft: Draft, node: number, task: number, need: Counting): void {
  const { rows, sums } = draft.copies(node);
  need.extra += rows.size - 1;
  for (const kind of ['success', 'failed', 'upstreamFailed', 'skipped', 'removed'] as const) need[kind] += sums[kind];
  if (sums.decided === 0 || draft.plan.scopes[draft.plan.tasks[node]!.scope]!.group) return;
  for (let index = 0; index < rows.size; index++) need.excluding += excludes(draft, node, rows.get(index), task);
}

function countOne(draft: Draft, node: number, row: Row, task: number, need: Counting): void {
  const kind = kindOf(row.status);
  if (kind === null) return;
  need[kind]++;
  need.excluding += excludes(draft, node, row, task);
}

const excludes = (draft: Draft, node: number, row: Row, task: number): number =>
  row.decision !== null && kindOf(row.status) !== null && excludedChildren(draft.plan, node, row.decision).includes(task) ? 1 : 0;
