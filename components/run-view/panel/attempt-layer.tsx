'use client';
import { ChevronDown, ChevronRight } from 'lucide-react';
import type { TaskRunStatus } from '#domain/run/status.ts';
import { cx } from '#components/ui/cx.ts';
import { Duration } from '#components/ui/duration.tsx';
import { StatusGlyph } from '#components/ui/status-glyph.tsx';
import { Time } from '#components/ui/time.tsx';
import type { AttemptItem } from './attempt-item.ts';
import { attemptStatus, attemptWords } from './attempt-words.ts';

/** Head of an attempt's sheet: number, how it ended, how long it took and when it began. */
export function AttemptLayer(props: {
  attempt: AttemptItem;
  /** Status of the task run: what a parked attempt waits for. */
  status: TaskRunStatus;
  open: boolean;
  className?: string;
  onToggle: () => void;
}) {
  const { attempt, open } = props;
  const Chevron = open ? ChevronDown : ChevronRight;
  return (
    <button
      type="button"
      aria-expanded={open}
      onClick={props.onToggle}
      className={cx(
        'flex min-h-7 w-full shrink-0 items-center gap-2 px-2.5 text-left text-12 focus-visible:-outline-offset-2',
        props.className,
      )}
    >
      <Chevron className="size-3.5 shrink-0 text-ink-3" strokeWidth={1.75} aria-hidden />
      <StatusGlyph status={attemptStatus(attempt, props.status)} size={12} />
      <b className="whitespace-nowrap">Attempt {attempt.attempt}</b>
      <span className="min-w-0 flex-1 truncate text-ink-2">{attemptWords(attempt)}</span>
      <span className="num whitespace-nowrap text-ink-3">
        {attempt.startedAt === null ? null : (
          <>
            <Duration
              from={attempt.startedAt}
              to={attempt.endedAt ?? (attempt.status === 'running' || attempt.status === 'parked' ? null : attempt.startedAt)}
            />{' '}
            ·{' '}
          </>
        )}
        <Time at={attempt.startedAt ?? attempt.queuedAt} parts="seconds" />
      </span>
    </button>
  );
}
