import type { Problem } from '#domain/definition/problem.ts';
import type { Trigger } from '#domain/definition/schema/workflow.ts';
import { parseCron } from './parse-cron.ts';
import { triggerTicks } from './trigger-ticks.ts';
import { zoneClock } from './zone-clock.ts';

function zoneProblem(timezone: string): Problem | null {
  if (zoneClock(timezone) !== null) return null;
  const message = /^(utc|gmt)?[+-]?\d/i.test(timezone)
    ? `Zone "${timezone}" is an offset, it knows no summer time. Write a place, such as Europe/Vienna.`
    : `Zone "${timezone}" is not known. Write an IANA zone, such as Europe/Vienna or UTC.`;
  return { code: 'trigger.zone', level: 'error', pointer: '/timezone', message };
}

function cronProblems(lines: readonly string[], seed: string): Problem[] {
  const problems: Problem[] = [];
  lines.forEach((line, index) => {
    const parsed = parseCron(line, seed);
    const pointer = `/cron/${index}`;
    if (!parsed.ok) problems.push({ code: parsed.code, level: 'error', pointer, message: parsed.message });
    else if (parsed.fields.minutes.every(Boolean))
      problems.push({
        code: 'trigger.every-minute',
        level: 'warning',
        pointer,
        message: parsed.fields.everyHour
          ? `Cron "${line}" fires every minute. If that is not meant, put a number in its minute field.`
          : `Cron "${line}" fires every minute of the hours it names. Put 0 in its minute field for once an hour.`,
      });
  });
  return problems;
}

/** Whether bounds leave nothing of a trigger whose other fields are good. */
function emptyProblem(trigger: Trigger, seed: string): Problem | null {
  const startMs = trigger.start === undefined ? -Infinity : Date.parse(trigger.start);
  const endMs = trigger.end === undefined ? Infinity : Date.parse(trigger.end);
  const never = (pointer: string, message: string): Problem => ({
    code: 'trigger.never-fires',
    level: 'error',
    pointer,
    message,
  });
  if (endMs < startMs) return never('/end', 'The trigger ends before it starts, it never fires. Move its end or its start.');
  if (endMs === Infinity || (startMs === -Infinity && trigger.type !== 'dates')) return null;
  const { ticks } = triggerTicks(trigger, seed);
  if (ticks === null) return null;
  const first = trigger.type === 'dates' ? ticks.next(startMs === -Infinity ? -8.64e15 : startMs - 1) : ticks.next(startMs - 1);
  return first <= endMs
    ? null
    : never('/end', 'No occurrence lies between the start and the end of this trigger. Move them apart.');
}

/**
 * What is wrong with a trigger: `trigger.cron`, `trigger.never-fires`, `trigger.zone` (errors), `trigger.every-minute` (warning).
 * Pointers are relative to the trigger, such as `/cron/0`. `seed` is that of its `H` fields: `triggerSeed`.
 */
export function checkTrigger(trigger: Trigger, seed: string): Problem[] {
  const zone = zoneProblem(trigger.timezone);
  const problems = [...(zone === null ? [] : [zone]), ...(trigger.type === 'cron' ? cronProblems(trigger.cron, seed) : [])];
  if (problems.some((problem) => problem.level === 'error')) return problems;
  const empty = emptyProblem(trigger, seed);
  return empty === null ? problems : [...problems, empty];
}
