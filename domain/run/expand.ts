import type { Draft } from './draft.ts';
import { judgeList } from './judge-list.ts';
import { recount } from './recount.ts';
import { each } from './spread.ts';

/**
 * Makes the copies of a mapped task, or of all tasks of its group, that its list asks for: the first time all, later those
 * that a longer list adds, or that had been removed. Then counts anew what hangs on them and has it judged.
 */
export function expand(draft: Draft, task: number): void {
  const { plan } = draft;
  const number = plan.tasks[task]!.scope;
  const scope = plan.scopes[number]!;
  const count = judgeList(draft, number);
  if (typeof count !== 'number') return;
  const touched = new Set<number>();
  for (const member of scope.members) {
    if (!draft.expanded(member)) {
      if (draft.row(member, -1).status !== 'none') continue;
      draft.open(member, count);
    } else {
      const { rows } = draft.copies(member);
      for (let index = 0; index < Math.min(count, rows.size); index++) {
        const row = rows.get(index);
        if (row.status === 'removed')
          draft.put(member, index, { ...row, status: 'none', endedAt: null, reason: null, forced: false });
      }
      while (rows.size < count) draft.append(member);
    }
    touched.add(member);
    each(plan.graph.down, member, (node) => touched.add(node));
    each(plan.teardowns, member, (node) => touched.add(node));
  }
  for (const node of touched) {
    recount(draft, node);
    draft.judge(node, -1);
  }
}
