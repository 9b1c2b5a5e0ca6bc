import { findAttempt } from '../find-task-run.ts';
import { refuse, type TransitionOf } from '../transition-of.ts';

export const retryDue: TransitionOf<'retryDue'> = {
  type: 'retryDue',
  means: 'The delay after a failed attempt is over: it is judged again by its rule.',
  moves: ['up_for_retry → up_for_retry'],
  apply(draft, event) {
    const found = findAttempt(draft, event, ['up_for_retry']);
    if (typeof found === 'string') return found;
    const { task, index, row } = found;
    if (row.dueAt === null) return refuse('retry.due', `${event.task} is due already.`);
    if (event.at < row.dueAt) return refuse('retry.early', `${event.task} is due in ${row.dueAt - event.at} ms.`);
    draft.put(task, index, { ...row, dueAt: null });
    draft.judge(task, index);
    return null;
  },
};
