import type { RunClearPreview } from './run-clear.ts';

const most = 3;

/** What it means for a run to go on with another version: `1 task is new (check), 1 falls away (load), 1 is changed (parse)`. */
export function moveWords(move: NonNullable<RunClearPreview['move']>, title: (task: string) => string): string {
  const parts: string[] = [];
  const say = (tasks: readonly string[], one: string, many: string) => {
    if (tasks.length === 0) return;
    const names = tasks.slice(0, most).map(title).join(', ') + (tasks.length > most ? ` and ${tasks.length - most} more` : '');
    const noun = parts.length > 0 ? '' : tasks.length === 1 ? ' task' : ' tasks';
    parts.push(`${tasks.length}${noun} ${tasks.length === 1 ? one : many} (${names})`);
  };
  say(move.added, 'is new', 'are new');
  say(move.removed, 'falls away', 'fall away');
  say(move.changed, 'is changed', 'are changed');
  return parts.length === 0 ? 'The same tasks do the same; their rules or settings differ.' : `${parts.join(', ')}.`;
}
