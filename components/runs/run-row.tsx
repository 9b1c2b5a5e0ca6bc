'use client';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { memo } from 'react';
import { cx } from '#components/ui/cx.ts';
import { Duration } from '#components/ui/duration.tsx';
import { StatusText } from '#components/ui/status-text.tsx';
import { Time } from '#components/ui/time.tsx';
import { NotedLine } from './noted-line.tsx';
import { runColumns } from './run-columns.ts';
import type { RunItem } from './run-item.ts';
import { runOrigin } from './run-origin.ts';

/** One run: a line of 36 px, on a phone two lines. The whole line opens it. */
export const RunRow = memo(function RunRow(props: {
  run: RunItem;
  name: string;
  selected: boolean;
  /** Words of the search over notes. */
  words: readonly string[];
  rowIndex: number;
  onSelect: (id: string, selected: boolean, range: boolean) => void;
  onFocus: (id: string) => void;
}) {
  const { run } = props;
  const router = useRouter();
  const href = `/runs/${encodeURIComponent(run.id)}`;
  const status = run.paused && run.endedAt === null ? 'paused' : run.status;
  return (
    <div
      role="row"
      aria-rowindex={props.rowIndex}
      aria-selected={props.selected}
      onClick={(event) => {
        if (event.target instanceof Element && event.target.closest('a,button,input')) return;
        if (event.metaKey || event.ctrlKey) open(href, '_blank');
        else router.push(href);
      }}
      onFocus={() => props.onFocus(run.id)}
      className={cx(
        runColumns,
        'cursor-pointer border-b border-line hover:bg-hover has-[a[data-name]:focus-visible]:bg-accent-soft',
        props.selected && 'bg-accent-soft hover:bg-accent-soft',
        'max-sm:grid-cols-[minmax(0,1fr)_auto] max-sm:content-center max-sm:gap-x-3 max-sm:px-4',
        run.notes === undefined
          ? 'h-9 max-sm:h-[60px] max-sm:grid-rows-[22px_18px]'
          : 'h-15 grid-rows-[28px_20px] content-center max-sm:h-[84px] max-sm:grid-rows-[22px_18px_22px]',
      )}
    >
      <span role="gridcell" className="pl-6 max-xl:pl-4 max-sm:hidden">
        <input
          type="checkbox"
          aria-label={`Select run ${run.number} of ${props.name}`}
          checked={props.selected}
          onChange={(event) =>
            props.onSelect(run.id, event.target.checked, event.nativeEvent instanceof MouseEvent && event.nativeEvent.shiftKey)
          }
          className="block size-3.5 accent-(--accent)"
          tabIndex={-1}
        />
      </span>
      <span role="gridcell" className="flex items-center px-2 text-12 max-sm:col-start-2 max-sm:row-start-1 max-sm:px-0">
        <StatusText status={status} />
      </span>
      <span role="gridcell" className="flex min-w-0 items-baseline gap-2 px-2 max-sm:col-start-1 max-sm:row-start-1 max-sm:px-0">
        <Link
          href={href}
          data-name
          className="truncate font-strong hover:underline hover:underline-offset-3 focus-visible:outline-0"
        >
          {props.name}
        </Link>
        <span className="num text-12 text-ink-3">{run.number}</span>
      </span>
      <span role="gridcell" className="truncate px-2 text-12 text-ink-2 max-lg:hidden">
        {runOrigin(run)}
        {run.version === 0 ? ', its draft' : ''}
      </span>
      <span
        role="gridcell"
        className="px-2 whitespace-nowrap max-sm:col-start-1 max-sm:row-start-2 max-sm:px-0 max-sm:text-12 max-sm:text-ink-2"
      >
        <Time at={run.startedAt ?? run.createdAt} parts="day-time" relative />
      </span>
      <span
        role="gridcell"
        className="num px-2 text-right max-sm:col-start-2 max-sm:row-start-2 max-sm:px-0 max-sm:text-12 max-sm:text-ink-2"
      >
        {run.startedAt === null ? null : <Duration from={run.startedAt} to={run.endedAt} />}
      </span>
      <span role="gridcell" className="px-2 pl-6 text-12 whitespace-nowrap text-ink-3 max-lg:hidden">
        <Time at={run.logicalTime} parts="day-time" />
      </span>
      <span role="gridcell" className="truncate pr-6 pl-2 text-12 text-ink-2 max-xl:hidden" title={run.reason ?? undefined}>
        {run.reason}
      </span>
      {run.notes === undefined ? null : (
        <span
          role="gridcell"
          className="col-start-3 -col-end-1 row-start-2 min-w-0 px-2 max-sm:col-span-2 max-sm:col-start-1 max-sm:row-start-3 max-sm:px-0"
        >
          <NotedLine run={run} words={props.words} />
        </span>
      )}
    </div>
  );
});
