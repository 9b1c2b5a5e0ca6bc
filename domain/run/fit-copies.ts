import { clearTaskRun } from './clear-task-run.ts';
import type { Draft } from './draft.ts';
import { expand } from './expand.ts';
import { finish } from './finish.ts';
import { withdraw } from './force-end.ts';
import { judgeList } from './judge-list.ts';

/**
 * Makes the copies of a mapping as many as its list asks for now: missing ones are added, surplus ones are `removed`; of one
 * that works its work is ended first. Nothing while the list is not known, or before there are any copies.
 */
export function fitCopies(draft: Draft, number: number): void {
  const expanded = draft.plan.scopes[number]!.members.filter((task) => draft.expanded(task));
  const [first] = expanded;
  const count = judgeList(draft, number);
  if (first === undefined || typeof count !== 'number') return;
  for (const task of expanded)
    for (let index = count; index < draft.copies(task).rows.size; index++) {
      const { status } = draft.row(task, index);
      if (status === 'removed') continue;
      if (status === 'running' || status === 'queued' || status === 'restarting') clearTaskRun(draft, task, index);
      else {
        withdraw(draft, task, index);
        finish(draft, task, index, 'removed', null);
      }
    }
  if (expanded.some((task) => draft.copies(task).rows.size - draft.copies(task).sums.removed < count)) expand(draft, first);
}
