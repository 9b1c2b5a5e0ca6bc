import { refuse, type TransitionOf } from '../transition-of.ts';

export const pastSatisfied: TransitionOf<'pastSatisfied'> = {
  type: 'pastSatisfied',
  means: 'The previous run lets this task start.',
  moves: [],
  apply(draft, event) {
    const task = draft.plan.indexOf.get(event.task);
    if (task === undefined) return refuse('task.unknown', `The workflow has no task ${event.task}.`);
    const row = draft.row(task, -1);
    if (row.past !== 'asked') return refuse('past.not-asked', `${event.task} does not wait for its past.`);
    draft.put(task, -1, { ...row, past: 'satisfied' });
    draft.judge(task, -1);
    return null;
  },
};
