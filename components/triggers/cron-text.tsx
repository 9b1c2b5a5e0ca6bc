import { X } from 'lucide-react';
import { cx } from '#components/ui/cx.ts';
import { IconButton } from '#components/ui/icon-button.tsx';
import { ProblemGlyph } from '#components/ui/problem-glyph.tsx';

const names = ['minute', 'hour', 'day', 'month', 'weekday'];
const withSeconds = ['second', ...names];

/** The schedule as cron, field by field; a whole line may be pasted into any of them. */
export function CronText(props: {
  lines: readonly string[];
  /** A sentence a line, by index. */
  faults: ReadonlyMap<number, { level: 'error' | 'warning'; message: string }>;
  onLines: (lines: string[]) => void;
}) {
  const { lines, faults } = props;
  return (
    <div className="flex flex-col gap-1.5">
      {lines.map((line, i) => {
        const given = line.trim().split(/\s+/);
        const heads = given.length === 6 ? withSeconds : names;
        const fields = heads.map((_, k) => given[k] ?? '');
        const extra = given.slice(heads.length);
        const fault = faults.get(i);
        const set = (k: number, text: string): void => {
          const pasted = text.trim().split(/\s+/);
          const next =
            pasted.length >= 5 ? pasted : fields.map((old, n) => (n === k ? text.replace(/\s+/g, '') : old)).concat(extra);
          props.onLines(lines.map((old, n) => (n === i ? next.join(' ').trim() : old)));
        };
        return (
          <div key={i}>
            <div className="flex items-start gap-1.5" role="group" aria-label={`Cron line ${i + 1}`}>
              {heads.map((head, k) => (
                <label key={head} className="flex-1 text-center">
                  <input
                    value={fields[k]}
                    aria-invalid={fault?.level === 'error'}
                    aria-label={`Line ${i + 1}, ${head}`}
                    spellCheck={false}
                    autoComplete="off"
                    onChange={(event) => set(k, event.target.value)}
                    className={cx(
                      'h-7 w-full rounded-chip border border-control bg-surface px-1 text-center font-mono text-12 aria-invalid:border-st-failed',
                      fields[k] !== '*' && 'bg-accent-soft font-strong text-accent-text',
                    )}
                  />
                  <span className="block text-11 text-ink-3">{head}</span>
                </label>
              ))}
              {lines.length > 1 ? (
                <IconButton
                  size="sm"
                  className="mt-0.5"
                  label={`Remove line ${i + 1}`}
                  icon={<X strokeWidth={1.75} />}
                  onClick={() => props.onLines(lines.filter((_, n) => n !== i))}
                />
              ) : null}
            </div>
            {fault === undefined ? null : (
              <p
                className={cx(
                  'flex items-start gap-1.5 text-12',
                  fault.level === 'error' ? 'text-st-failed-text' : 'text-st-up-for-retry-text',
                )}
              >
                <ProblemGlyph level={fault.level} size={12} className="mt-0.5" />
                <span>{fault.message}</span>
              </p>
            )}
          </div>
        );
      })}
    </div>
  );
}
