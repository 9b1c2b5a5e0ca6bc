import { useMemo } from 'react';
import type { Trigger } from '#domain/definition/schema/workflow.ts';
import { describeMark } from '#domain/trigger/describe-mark.ts';
import type { Occurrence } from '#domain/trigger/occurrence.ts';
import { preview } from '#domain/trigger/preview.ts';
import { formatInstant } from '#components/ui/format-instant.ts';

const dayMs = 86_400_000;
const cell = 12;
const weekdays = ['Mon', '', 'Wed', '', 'Fri', '', 'Sun'];

/** A year of runs, a square a day: the more runs, the stronger. A frame marks a day whose clock changes something. */
export function YearStrip({ trigger, seed, fromMs }: { trigger: Trigger; seed: string; fromMs: number }) {
  const zone = trigger.timezone;
  const dayStart = Math.floor(fromMs / dayMs) * dayMs;
  const first = new Date(dayStart);
  // To the same day of the next year.
  const days = (Date.UTC(first.getUTCFullYear() + 1, first.getUTCMonth(), first.getUTCDate()) - dayStart) / dayMs;
  const { counts, marked, total, most, change } = useMemo(() => {
    const format = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
    const perDay = new Map<string, number>();
    const special = new Set<string>();
    let sum = 0;
    let next: Occurrence | null = null;
    for (const run of preview(trigger, { fromMs: dayStart, untilMs: dayStart + days * dayMs }, seed)) {
      const day = format.format(run.at);
      if (run.mark !== 'skipped') {
        perDay.set(day, (perDay.get(day) ?? 0) + 1);
        sum++;
      }
      if (run.mark === undefined) continue;
      special.add(day);
      if (run.at >= fromMs) next ??= run;
    }
    return { counts: perDay, marked: special, total: sum, most: Math.max(1, ...perDay.values()), change: next };
  }, [trigger, seed, zone, dayStart, days, fromMs]);
  const offset = (first.getUTCDay() + 6) % 7;
  const months: { x: number; name: string }[] = [];
  const squares = Array.from({ length: days }, (_, i) => {
    const at = dayStart + i * dayMs + dayMs / 2;
    const date = new Date(at);
    const week = Math.floor((i + offset) / 7);
    const day = (i + offset) % 7;
    const key = date.toISOString().slice(0, 10);
    if (date.getUTCDate() === 1)
      months.push({ x: week * cell, name: date.toLocaleString('en-GB', { month: 'short', timeZone: 'UTC' }) });
    const n = counts.get(key) ?? 0;
    return {
      key,
      x: week * cell,
      y: day * cell,
      n,
      level: n === 0 ? 0 : Math.max(1, Math.ceil((n / most) * 3)),
      mark: marked.has(key),
      at,
    };
  });
  return (
    <section aria-label="The year" className="border-t border-line pb-3">
      <div className="flex min-h-9 items-center gap-2 px-5">
        <h2 className="text-13 font-strong">The year</h2>
        <span className="num text-12 text-ink-3">
          {total.toLocaleString('en')} {total === 1 ? 'run' : 'runs'} to {formatInstant(dayStart + days * dayMs, zone, 'day')}
        </span>
        <span className="flex-1" />
        <span className="flex items-center gap-1 text-11 text-ink-3">
          0 <i className="size-2.5 rounded-mark bg-heat-0" />
          <i className="size-2.5 rounded-mark bg-heat-1" />
          <i className="size-2.5 rounded-mark bg-heat-2" />
          <i className="size-2.5 rounded-mark bg-heat-3" /> {most}
          <i className="ml-2 size-2.5 rounded-mark border-[1.5px] border-st-up-for-retry" /> clock changes
        </span>
      </div>
      {change === null ? null : (
        <p className="px-5 pb-2 text-12 text-ink-2">
          Next clock change: {formatInstant(change.at, zone, 'day')}. {describeMark(change)}
        </p>
      )}
      <div className="scroll px-5">
        <svg
          viewBox={`0 0 ${30 + Math.ceil((days + offset) / 7) * cell} ${16 + 7 * cell}`}
          role="img"
          aria-label={`${total} ${total === 1 ? 'run' : 'runs'} in the coming year, at most ${most} a day`}
          className="block w-full max-w-[860px] min-w-[560px]"
          style={{ font: '11px var(--font-sans)' }}
        >
          {months.map((month) => (
            <text key={`${month.name}${month.x}`} x={30 + month.x} y="10" fill="var(--text-3)">
              {month.name}
            </text>
          ))}
          {weekdays.map((name, i) => (
            <text key={i} x="0" y={16 + i * cell + 9} fill="var(--text-3)">
              {name}
            </text>
          ))}
          {squares.map((square) => (
            <rect
              key={square.key}
              x={30 + square.x}
              y={16 + square.y}
              width="10"
              height="10"
              rx="2"
              fill={`var(--heat-${square.level})`}
              stroke={square.mark ? 'var(--st-up-for-retry)' : 'none'}
              strokeWidth="1.5"
            />
          ))}
        </svg>
      </div>
    </section>
  );
}
