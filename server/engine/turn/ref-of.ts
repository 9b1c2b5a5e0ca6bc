import type { TaskRunRef } from '#domain/run/events.ts';
import type { OpenAttempt } from './open-attempt.ts';

/** The task run of an attempt, as events name it. */
export const refOf = ({ task, index }: Pick<OpenAttempt, 'task' | 'index'>): TaskRunRef =>
  index === undefined ? { task } : { task, index };
