import type { Forecast } from '#domain/forecast/forecast-run.ts';
import { formatRough } from '#components/ui/format-rough.ts';
import { statusWord } from '#components/ui/status-word.ts';
import { isFinished } from '#domain/run/status.ts';
import { clockWords } from '../store/clock-words.ts';
import type { TaskSummary } from '../store/task-summary.ts';

const mostNamed = 6;

/**
 * How long that will be what a waiting task waits for: `Load orders is running, about 3 min left`, or when it is tried again. Nothing of a
 * task of which nobody can say; its name and status stand in the condition itself. `forecast` null: there is no history.
 */
export function upstreamWords(
  upstream: readonly TaskSummary[],
  forecast: Forecast | null,
  now: number,
  title: (task: string) => string,
): string[] {
  const open = upstream.filter(({ status }) => !isFinished(status));
  const lines = open.slice(0, mostNamed).flatMap(({ task, status, view }) => {
    const what = `${title(task)} ${status === 'none' ? 'waits too' : `is ${statusWord(status)}`}`;
    const end = forecast?.tasks.get(task)?.endAt;
    const sure = forecast !== null && forecast.runs > 0 && !forecast.unknown.includes(task) && !forecast.person.includes(task);
    if (status === 'up_for_retry' && view.dueAt !== null)
      return `${what}, attempt ${view.attempt + 1} in ${clockWords(view.dueAt - now)}.`;
    if (end === undefined || !sure) return [];
    const left = end - now;
    if (left < 1000) return `${what}, ${forecast.late.includes(task) ? 'for longer than usual' : 'done any moment'}.`;
    return `${what}, ${formatRough(left)} left.`;
  });
  return lines;
}
