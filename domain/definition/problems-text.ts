import type { Problem } from './problem.ts';

const most = 3;
const things: Record<string, string> = { edges: 'Edge', triggers: 'Trigger', groups: 'Group', notes: 'Note', tasks: 'Task' };

/** "Task load" or "Edge 4": whose problem it is, where its sentence does not say so itself. */
function owner({ task, pointer }: Problem): string {
  const [, list = '', index, field] = pointer.split('/');
  if (field === undefined) return '';
  return list === 'tasks' && task !== undefined
    ? `Task ${task}: `
    : things[list] === undefined
      ? ''
      : `${things[list]} ${Number(index) + 1}: `;
}

/** Problems of a file in one line for people: the first three with the task they belong to, and how many more there are. */
export function problemsText(problems: readonly Problem[]): string {
  const first = problems.slice(0, most).map((problem) => `${owner(problem)}${problem.message}`);
  if (problems.length === 0) return 'This is no workflow.';
  return [...first, ...(problems.length > most ? [`And ${problems.length - most} more.`] : [])].join(' ');
}
