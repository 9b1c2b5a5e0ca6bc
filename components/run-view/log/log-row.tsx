'use client';
import { memo } from 'react';
import { cx } from '#components/ui/cx.ts';
import { formatInstant } from '#components/ui/format-instant.ts';
import { cutParts } from './cut-parts.ts';
import type { LogLine } from './log-line.ts';

/** One line of a log: clock time in the person's zone, then the text in its colours, matches marked. */
export const LogRow = memo(function LogRow(props: {
  line: LogLine;
  zone: string;
  wrap: boolean;
  /** Starts of matches in this line, as a text so that an unchanged row is not drawn again. */
  marks: string;
  markLength: number;
  /** Start of the match that is looked at; -1 when it is in another line. */
  current: number;
}) {
  const { line } = props;
  const marks = props.marks === '' ? [] : props.marks.split(',').map(Number);
  // A program that colours its lines itself knows better.
  const plain = line.parts.every((part) => part.className === '');
  const clock = formatInstant(line.at, props.zone, 'seconds');
  return (
    <div
      data-level={line.level}
      className={cx(
        'flex gap-3 px-3 font-mono text-11 leading-[18px]',
        props.wrap ? 'whitespace-pre-wrap' : 'whitespace-pre',
        props.current >= 0 && 'bg-accent-soft',
      )}
    >
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
