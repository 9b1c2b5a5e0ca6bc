'use client';
import type { TaskRunStatus } from '#domain/run/status.ts';
import { cx } from '#components/ui/cx.ts';
import { StatusGlyph } from '#components/ui/status-glyph.tsx';
import { statusWord } from '#components/ui/status-word.ts';

/** The order of the counts: what is decided well first, what is not begun last. */
const order: TaskRunStatus[] = [
  'success',
  'running',
  'restarting',
  'queued',
  'scheduled',
  'up_for_retry',
  'awaiting_input',
  'deferred',
  'up_for_reschedule',
  'failed',
  'upstream_failed',
  'cancelled',
  'skipped',
  'removed',
  'none',
];

/** How many tasks have which status; a click shows the first of them. */
export function StatusCounts(props: {
  counts: Partial<Record<TaskRunStatus, number>>;
  onStatus: (status: TaskRunStatus) => void;
  className?: string;
}) {
  return (
    <ul aria-label="Tasks by status" className={cx('flex gap-2.5', props.className)}>
      {order.map((s) => {
        const count = props.counts[s] ?? 0;
        return count === 0 ? null : (
          <li key={s} className="flex">
            <button
              type="button"
              title={`${statusWord(s)}: show the first`}
              onClick={() => props.onStatus(s)}
              className="inline-flex items-center gap-1 rounded-chip text-12 hover:bg-hover"
            >
              <StatusGlyph status={s} size={12} />
              <span className="num">{count.toLocaleString('en')}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
