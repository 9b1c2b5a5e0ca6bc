'use client';
import { memo } from 'react';
import { cx } from '#components/ui/cx.ts';
import { formatInstant } from '#components/ui/format-instant.ts';
import { cutParts } from './cut-parts.ts';
import type { LogLine } from './log-line.ts';

/** One line of a log: its number, clock time in the person's zone, then the text in its colours, matches marked. */
export const LogRow = memo(function LogRow(props: {
  line: LogLine;
  zone: string;
  wrap: boolean;
  /** Starts of matches in this line, as a text so that an unchanged row is not drawn again. */
  marks: string;
  markLength: number;
  /** Start of the match that is looked at; -1 when it is in another line. */
  current: number;
  /** Places the numbers take. */
  digits: number;
  /** The line a failed attempt is read from, or the one the address names. */
  spot: 'failed' | 'linked' | null;
  /** Puts this line into the address; without it numbers lead nowhere. */
  onLine?: ((id: number) => void) | undefined;
}) {
  const { line } = props;
  const marks = props.marks === '' ? [] : props.marks.split(',').map(Number);
  // A program that colours its lines itself knows better.
  const plain = line.parts.every((part) => part.className === '');
  const number = `${line.id + 1}`.padStart(props.digits, '\u00a0');
  const clock = formatInstant(line.at, props.zone, 'seconds');
  return (
    <div
      data-level={line.level}
      aria-current={props.spot ? 'location' : undefined}
      className={cx(
        'flex gap-3 border-l-2 pr-3 pl-2.5 font-mono text-11 leading-[18px]',
        props.spot === 'failed' && 'border-st-failed bg-st-failed-soft',
        props.spot === 'linked' && 'border-accent bg-accent-soft',
        !props.spot && 'border-transparent',
        props.wrap ? 'whitespace-pre-wrap' : 'whitespace-pre',
        props.current >= 0 && 'bg-accent-soft',
      )}
    >
      {props.onLine ? (
        // Not in the order of Tab: there is one at every line.
        <button
          type="button"
          tabIndex={-1}
          aria-label={`Link to line ${line.id + 1}`}
          className="num shrink-0 cursor-pointer self-start text-ink-3 select-none hover:text-ink hover:underline"
          onClick={() => props.onLine?.(line.id)}
        >
          {number}
        </button>
      ) : (
        <span className="num shrink-0 text-ink-3 select-none">{number}</span>
      )}
      <time className="shrink-0 text-ink-2 select-none" dateTime={new Date(line.at).toISOString()}>
        <span className="text-ink-3">{clock.slice(0, 6)}</span>
        {clock.slice(6)}.{String(line.at % 1000).padStart(3, '0')}
      </time>
      <span
        className={cx(
          'min-w-0',
          props.wrap && 'break-words [overflow-wrap:anywhere]',
          plain && line.level === 'error' && 'log-level-error',
          plain && line.level === 'warning' && 'log-level-warning',
          line.stream === 'sys' && 'text-ink-3',
        )}
      >
        {cutParts(line.parts, marks, props.markLength).map((part, i) =>
          part.marked ? (
            <mark key={i} className={cx(part.className, part.start === props.current ? 'log-mark-on' : 'log-mark')}>
              {part.text}
            </mark>
          ) : (
            <span key={i} className={part.className || undefined}>
              {part.text}
            </span>
          ),
        )}
        {line.text === '' ? '\u200b' : null}
      </span>
    </div>
  );
});
