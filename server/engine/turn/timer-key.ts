/** Name of the one timer of its kind that a task run can have. */
export const timerKey = (runId: string, effect: { task: string; index?: number; timer: string }): string =>
  `${effect.timer}|${runId}|${effect.task}#${effect.index ?? -1}`;
