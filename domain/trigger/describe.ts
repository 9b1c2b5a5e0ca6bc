import type { Trigger } from '#domain/definition/schema/workflow.ts';
import { describeCron } from './describe-cron.ts';
import { parseCron } from './parse-cron.ts';

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
/** `weekdays` → `on weekdays`, where a sentence begins with it. */
const opening = (days: string): string => (/^(weekdays|weekends)/.test(days) ? `on ${days}` : days);

/** `at 02:30` and `at 14:30` → `at 02:30 and 14:30`. */
function joinTimes(times: readonly string[]): string {
  const all = [...new Set(times.flatMap((text) => text.slice(3).split(/, | and /)))].sort();
  return `at ${all.length < 2 ? (all[0] ?? '') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`}`;
}

function cronWords(lines: readonly string[], seed: string): string {
  const byDays = new Map<string, string[]>();
  const sentences: string[] = [];
  for (const line of lines) {
    const parsed = parseCron(line, seed);
    if (!parsed.ok) return parsed.message;
    const words = describeCron(parsed.fields);
    if ('sentence' in words) sentences.push(words.sentence);
    else byDays.set(words.days, [...(byDays.get(words.days) ?? []), words.times]);
  }
  const days = [...byDays].sort(([a], [b]) => Number(b === 'every day') - Number(a === 'every day'));
  const parts = days.map(([name, times], index) =>
    index === 0 ? `${opening(name)} ${joinTimes(times)}` : `${name} also ${joinTimes(times)}`,
  );
  parts.push(...sentences.map((sentence, index) => (parts.length + index === 0 ? sentence : `also ${lowerFirst(sentence)}`)));
  return upperFirst(parts.join(', '));
}

const units: [number, string][] = [
  [86_400, 'day'],
  [3600, 'hour'],
  [60, 'minute'],
  [1, 'second'],
];
function everyWords(everySec: number): string {
  const [size, name] = units.find(([unit]) => everySec % unit === 0) ?? [1, 'second'];
  const count = everySec / size;
  return count === 1 ? `Every ${name}` : `Every ${count} ${name}s`;
}

/** An instant for people, in UTC: `2027-03-28 02:30 UTC`. */
const instantWords = (instant: string): string =>
  `${new Date(Date.parse(instant)).toISOString().slice(0, 16).replace('T', ' ')} UTC`;

/**
 * A trigger in words: `Every day at 02:30, weekdays also at 14:30`. Times are those of the trigger's zone, which is not named.
 * Of a wrong cron line, the sentence that says what is wrong. `seed` (see `triggerSeed`) decides `H`; without it the cron text does.
 */
export function describe(trigger: Trigger, seed?: string): string {
  switch (trigger.type) {
    case 'cron':
      return cronWords(trigger.cron, seed ?? trigger.cron.join('\n'));
    case 'every':
      return everyWords(trigger.everySec);
    case 'dates':
      return trigger.at.length === 1 ? `Once, at ${instantWords(trigger.at[0] ?? '')}` : `On ${trigger.at.length} dates`;
    case 'once':
      return `Once, at ${instantWords(trigger.start)}`;
    case 'continuous':
      return 'Again as soon as the last run has ended';
  }
}
