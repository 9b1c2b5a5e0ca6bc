import type { TaskRunRef } from './events.ts';

/** The name of a task run; -1 = not a copy. */
export const refOf = (task: string, index: number): TaskRunRef => (index < 0 ? { task } : { task, index });

/** The same in one word, for keys and messages: `load`, `load[3]`. */
export const refText = ({ task, index }: TaskRunRef): string => (index === undefined ? task : `${task}[${index}]`);
