import { Plus } from 'lucide-react';
import { cx } from '#components/ui/cx.ts';
import { Select } from '#components/ui/select.tsx';
import { dayNames, readCronLine, writeCronLine, type CronLine } from './cron-line.ts';
import { TimeInput } from './time-input.tsx';
import { ZonePicker } from './zone-picker.tsx';

type Every = CronLine['every'];
const choices: { value: Every; label: string }[] = [
  { value: 'day', label: 'day' },
  { value: 'weekdays', label: 'weekday' },
  { value: 'weekends', label: 'weekend day' },
  { value: 'week', label: 'week' },
  { value: 'month', label: 'month' },
  { value: 'hour', label: 'hour' },
  { value: 'minutes', label: 'some minutes' },
];
const atOf = (line: CronLine): string => ('at' in line ? line.at : '02:00');

function change(line: CronLine, every: Every): CronLine {
  const at = atOf(line);
  switch (every) {
    case 'minutes':
      return { every, step: 15 };
    case 'hour':
      return { every, minute: 0 };
    case 'week':
      return { every, day: 1, at };
    case 'month':
      return { every, date: 1, at };
    default:
      return { every, at };
  }
}

/** The schedule in words to choose from; a line that says more than words can is left to the text below. */
export function CronBuilder(props: {
  lines: readonly string[];
  timezone: string;
  onLines: (lines: string[]) => void;
  onZone: (zone: string) => void;
}) {
  const { lines } = props;
  const set = (i: number, line: CronLine): void => props.onLines(lines.map((old, k) => (k === i ? writeCronLine(line) : old)));
  return (
    <div
      role="group"
      aria-label="In words"
      className="rounded-control border border-line bg-sunken px-3 py-1.5 text-14 leading-8"
    >
      {lines.map((text, i) => {
        const line = readCronLine(text);
        const lead = i === 0 ? 'Every' : 'and every';
        return (
          <div key={i} className="flex flex-wrap items-center gap-x-1.5">
            {line === null ? (
              <>
                {i === 0 ? '' : 'and '}
                <code className="font-mono text-12">{text}</code>
                <span className="text-12 text-ink-3">as written below</span>
              </>
            ) : (
              <>
                {lead}
                <Select
                  label={`Line ${i + 1}: every`}
                  size="sm"
                  className="w-auto border-control font-strong"
                  value={line.every}
                  options={choices}
                  onChange={(every) => set(i, change(line, every))}
                />
                {line.every === 'minutes' ? (
                  <>
                    <span className="sr-only">Minutes</span>
                    <NumberSelect
                      label={`Line ${i + 1}: minutes between`}
                      value={line.step}
                      from={[1, 2, 5, 10, 12, 15, 20, 30]}
                      onChange={(step) => set(i, { ...line, step })}
                    />
                    min apart
                  </>
                ) : line.every === 'hour' ? (
                  <>
                    at minute
                    <NumberSelect
                      label={`Line ${i + 1}: minute`}
                      value={line.minute}
                      from={Array.from({ length: 60 }, (_, n) => n)}
                      onChange={(minute) => set(i, { ...line, minute })}
                    />
                  </>
                ) : (
                  <>
                    {line.every === 'week' ? (
                      <>
                        on
                        <Select
                          label={`Line ${i + 1}: day of the week`}
                          size="sm"
                          className="w-auto border-control font-strong"
                          value={String(line.day)}
                          options={dayNames.map((label, n) => ({ value: String(n), label }))}
                          onChange={(day) => set(i, { ...line, day: Number(day) })}
                        />
                      </>
                    ) : line.every === 'month' ? (
                      <>
                        on day
                        <NumberSelect
                          label={`Line ${i + 1}: day of the month`}
                          value={line.date}
                          from={Array.from({ length: 31 }, (_, n) => n + 1)}
                          onChange={(date) => set(i, { ...line, date })}
                        />
                      </>
                    ) : null}
                    at
                    <TimeInput label={`Line ${i + 1}: time`} value={line.at} onChange={(at) => set(i, { ...line, at })} />
                  </>
                )}
              </>
            )}
          </div>
        );
      })}
      <div className="flex items-center gap-1.5">
        in the zone
        <ZonePicker zone={props.timezone} onChange={props.onZone} />
        <span className="flex-1" />
        <button
          type="button"
          className={cx('flex items-center gap-1 rounded-mark text-12 text-accent-text hover:underline')}
          onClick={() => props.onLines([...lines, '0 14 * * *'])}
        >
          <Plus className="size-3" strokeWidth={1.75} aria-hidden />
          Add a time
        </button>
      </div>
    </div>
  );
}

function NumberSelect(props: { label: string; value: number; from: number[]; onChange: (value: number) => void }) {
  const values = props.from.includes(props.value) ? props.from : [...props.from, props.value].sort((a, b) => a - b);
  return (
    <Select
      label={props.label}
      size="sm"
      className="w-auto border-control font-strong"
      value={String(props.value)}
      options={values.map((n) => ({ value: String(n), label: String(n) }))}
      onChange={(value) => props.onChange(Number(value))}
    />
  );
}
