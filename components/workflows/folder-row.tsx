'use client';
import { useState } from 'react';
import { ChevronRight, Folder, FolderOpen } from 'lucide-react';
import { formatInstant } from '#components/ui/format-instant.ts';
import { cx } from '#components/ui/cx.ts';
import { StatusGlyph } from '#components/ui/status-glyph.tsx';
import type { FolderRow as Row } from './list-rows.ts';
import { workflowDrag } from './workflow-drag.ts';
import { isFailing } from './segment.ts';

/** A folder, 32 px on sunken ground. Shut, it says what is wrong inside. */
export function FolderRow(props: {
  row: Row;
  zone: string;
  now: number;
  rowIndex: number;
  onToggle: (name: string) => void;
  /** A workflow was let go on it. */
  onDrop: (id: string, folder: string) => void;
}) {
  const [over, setOver] = useState(false);
  const { row } = props;
  const failing = row.open ? [] : row.workflows.filter(isFailing);
  const worst = failing[0];
  const at = worst?.recent.findLast((run) => run.status === 'failed')?.endedAt;
  const running = row.open ? 0 : row.workflows.reduce((n, w) => n + w.running.length, 0);
  return (
    <div
      role="row"
      aria-rowindex={props.rowIndex}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(workflowDrag)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        const id = event.dataTransfer.getData(workflowDrag);
        setOver(false);
        if (id === '') return;
        event.preventDefault();
        props.onDrop(id, row.name);
      }}
      className={cx(
        'h-8 border-b border-line bg-sunken max-sm:h-10',
        over && 'bg-accent-soft outline -outline-offset-1 outline-accent',
      )}
    >
      <span role="cell" aria-colspan={10} className="block h-full">
        <button
          type="button"
          aria-expanded={row.open}
          data-folder={row.name}
          onClick={() => props.onToggle(row.name)}
          className="flex h-full w-full items-center gap-2 px-4 text-left hover:bg-hover focus-visible:-outline-offset-2"
        >
          <ChevronRight
            className="size-3.5 text-ink-3 transition-transform duration-[120ms]"
            style={row.open ? { transform: 'rotate(90deg)' } : undefined}
            strokeWidth={1.75}
            aria-hidden
          />
          {row.open ? (
            <FolderOpen className="size-4 text-ink-3" strokeWidth={1.75} aria-hidden />
          ) : (
            <Folder className="size-4 text-ink-3" strokeWidth={1.75} aria-hidden />
          )}
          <b className="text-12">{row.name || 'Without a folder'}</b>
          <span className="num text-ink-3">{row.workflows.length}</span>
          {worst ? (
            <span className="ml-2 inline-flex items-center gap-1.5 text-12 text-ink-3">
              <StatusGlyph status="failed" size={12} />
              <span className="num text-ink">{failing.length}</span>
              <span className="max-sm:hidden">
                {worst.name} failed{at ? ` ${formatInstant(at, props.zone, 'day-time', props.now)}` : ''}
              </span>
            </span>
          ) : null}
          {running > 0 ? (
            <span className="ml-2 inline-flex items-center gap-1.5 text-12 text-st-running-text">
              <StatusGlyph status="running" size={12} />
              <span className="num">{running}</span>
            </span>
          ) : null}
        </button>
      </span>
    </div>
  );
}
