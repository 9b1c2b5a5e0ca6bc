import type { Forecast } from '#domain/forecast/forecast-run.ts';
import type { UsualDurations } from '#domain/forecast/usual.ts';
import { formatDuration } from '#components/ui/format-duration.ts';
import { formatRough } from '#components/ui/format-rough.ts';

/** What can be said of the end of a run: in a few words, and on what it rests. */
export interface ExpectedWords {
  text: string;
  detail: string;
}

const named = (tasks: readonly string[], title: (task: string) => string): string =>
  tasks.slice(0, 3).map(title).join(', ') + (tasks.length > 3 ? ` and ${tasks.length - 3} more` : '');

/** `about 3 min left, usually 5 min`; without a history it says so. `now` in ms. */
export function expectedWords(
  forecast: Forecast,
  usual: UsualDurations,
  now: number,
  title: (task: string) => string,
): ExpectedWords {
  const whole = usual.run === null ? '' : `usually ${formatDuration(usual.run.medianMs)}`;
  const unknown =
    forecast.unknown.length === 0 ? '' : ` ${named(forecast.unknown, title)} never ran before and counts as nothing.`;
  const rest = usual.runs === 1 ? 'the last run' : `the last ${usual.runs} runs`;
  if (forecast.person.length > 0)
    return {
      text: 'waits for a person',
      detail: `${named(forecast.person, title)} waits for a person; nobody can say for how long.`,
    };
  if (usual.runs === 0)
    return { text: 'no earlier run to judge by', detail: 'Once a run has ended, this says how long the next ones have left.' };
  const left = forecast.midAt - now;
  const range = `Between ${formatDuration(Math.max(0, forecast.lowAt - now))} and ${formatDuration(Math.max(0, forecast.highAt - now))}, as in ${rest}.`;
  if (left < 1000)
    return {
      text: ['any moment', whole].filter(Boolean).join(', '),
      detail:
        forecast.late.length > 0
          ? `${named(forecast.late, title)} takes longer than it usually does.${unknown}`
          : `By ${rest} it would be over.${unknown}`,
    };
  return { text: [`${formatRough(left)} left`, whole].filter(Boolean).join(', '), detail: range + unknown };
}
