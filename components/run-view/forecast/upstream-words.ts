import type { Forecast } from '#domain/forecast/forecast-run.ts';
import { formatRough } from '#components/ui/format-rough.ts';
import { statusWord } from '#components/ui/status-word.ts';
import { isFinished } from '#domain/run/status.ts';
import type { TaskSummary } from '../store/task-summary.ts';

const mostNamed = 6;

/**
 * What a waiting task waits for and how long that will be: `Load orders is running, about 3 min left`. A task that never ran
 * before has no time. `forecast` null: no times at all.
 */
export function upstreamWords(
  upstream: readonly TaskSummary[],
  forecast: Forecast | null,
  now: number,
  title: (task: string) => string,
): string[] {
  const open = upstream.filter(({ status }) => !isFinished(status));
  const lines = open.slice(0, mostNamed).map(({ task, status }) => {
    const what = `${title(task)} ${status === 'none' ? 'waits too' : `is ${statusWord(status)}`}`;
    const end = forecast?.tasks.get(task)?.endAt;
    const sure = forecast !== null && forecast.runs > 0 && !forecast.unknown.includes(task) && !forecast.person.includes(task);
    if (end === undefined || !sure) return `${what}.`;
    const left = end - now;
    if (left < 1000) return `${what}, ${forecast.late.includes(task) ? 'for longer than usual' : 'done any moment'}.`;
    return `${what}, ${formatRough(left)} left.`;
  });
  return open.length > mostNamed ? [...lines, `${open.length - mostNamed} more are not done yet.`] : lines;
}
