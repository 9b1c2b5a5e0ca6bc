import Link from 'next/link';
import type { VirtualItem } from '@tanstack/react-virtual';
import { cx } from '#components/ui/cx.ts';
import { formatDuration } from '#components/ui/format-duration.ts';
import { formatInstant } from '#components/ui/format-instant.ts';
import { statusWord } from '#components/ui/status-word.ts';
import type { DayLabel } from './day-labels.ts';
import type { GridColumn } from './grid-rows.ts';
import type { GridRun } from './grid-run.ts';
import { gridSize } from './grid-size.ts';

const took = (run: GridRun, now: number): number =>
  run.startedAt === null ? 0 : Math.max(0, (run.endedAt ?? now) - run.startedAt);

/** Days and bars over the columns: the height of a bar is how long the run took. A bar leads to its run. */
export function GridHead(props: {
  columns: readonly GridColumn[];
  items: readonly VirtualItem[];
  days: readonly DayLabel[];
  zone: string;
  now: number;
  left: number;
}) {
  const { columns, items, zone, now, left } = props;
  const longest = Math.max(1, ...columns.map(({ run }) => took(run, now)));
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? -1;
  return (
    <div
      role="row"
      aria-rowindex={1}
      className="sticky top-0 z-20 border-b border-line bg-surface"
      style={{ height: gridSize.head }}
    >
      <div
        role="columnheader"
        className="sticky left-0 z-10 flex h-full flex-col justify-between border-r border-line bg-surface py-1.5 pr-2 pl-6 text-11 text-ink-3 max-xl:pl-4"
        style={{ width: left }}
      >
        <span>Task</span>
        <span className="num text-right" style={{ marginBottom: gridSize.bar - 22 }}>
          {formatDuration(longest)}
        </span>
      </div>
      {props.days
        .filter(({ column, text }) => text !== '' && column >= first - 2 && column <= last)
        .map(({ column, text }) => (
          <span
            key={column}
            className="num absolute top-1.5 text-11 whitespace-nowrap text-ink-3"
            style={{ left: left + column * gridSize.column + 2 }}
          >
            {text}
          </span>
        ))}
      {items.map(({ index, start }) => {
        const column = columns[index];
        if (!column) return null;
        const { run } = column;
        const newVersion = index > 0 && columns[index - 1]?.run.version !== run.version;
        const ms = took(run, now);
        const words = `Run ${run.number}, ${formatInstant(run.logicalTime, zone, 'day-time-zone', now)}: ${statusWord(run.paused && run.endedAt === null ? 'paused' : run.status)}${run.startedAt === null ? '' : `, ${formatDuration(ms)}`}`;
        return (
          <span
            key={run.id}
            role="columnheader"
            className={cx('absolute bottom-0', newVersion && 'border-l border-dashed border-ink-3')}
            style={{ left: left + start, width: gridSize.column, height: gridSize.bar + 12 }}
          >
            {newVersion ? (
              <span className="num absolute -top-2 left-0.5 text-11 text-ink-3" title={`From here on version ${run.version}`}>
                {run.version === 0 ? 'draft' : run.version}
              </span>
            ) : null}
            <Link
              href={`/runs/${encodeURIComponent(run.id)}`}
              prefetch={false}
              tabIndex={-1}
              aria-label={words}
              title={words}
              className="absolute inset-x-0 bottom-0 flex h-full items-end justify-center hover:bg-hover"
            >
              <i
                className={`bar bar-${run.status}`}
                style={{ width: 12, height: Math.max(4, Math.round((gridSize.bar * ms) / longest)) }}
              />
            </Link>
          </span>
        );
      })}
    </div>
  );
}
