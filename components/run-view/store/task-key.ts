/** Names a task run in maps: `task` or `task[3]`. */
export const taskKey = (ref: { task: string; index?: number | undefined }): string =>
  ref.index === undefined ? ref.task : `${ref.task}[${ref.index}]`;
