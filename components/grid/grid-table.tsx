'use client';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRouter } from 'next/navigation';
import { useEffect, useEffectEvent, useId, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { Manifest } from '#domain/definition/schema/manifest.ts';
import { useShort } from '#components/shell/use-media.ts';
import { useNow } from '#components/ui/use-now.ts';
import { useZone } from '#components/ui/zone.tsx';
import { dayLabels } from './day-labels.ts';
import { GridHead } from './grid-head.tsx';
import { GridLine } from './grid-line.tsx';
import type { GridRange } from './grid-range.ts';
import type { GridColumn, GridRow } from './grid-rows.ts';
import { gridSize } from './grid-size.ts';

/** Older runs are fetched when the look comes this near to the left end, in columns. */
const near = 20;

/** Runs × tasks, both ways only what is in view. Arrow keys go from cell to cell, Enter opens the run at that task. */
export function GridTable(props: {
  rows: readonly GridRow[];
  columns: readonly GridColumn[];
  manifests: ReadonlyMap<string, Manifest>;
  more: boolean;
  loading: boolean;
  onMore: () => void;
  /** Which cells are selected together; null: none but the one the keys are at. */
  onRange: (range: GridRange | null) => void;
}) {
  const { rows, columns } = props;
  const router = useRouter();
  const id = useId();
  const zone = useZone();
  const phone = useShort();
  const live = columns.some(({ run }) => run.startedAt !== null && run.endedAt === null);
  const now = useNow(live ? 1000 : 60_000);
  const scroller = useRef<HTMLDivElement>(null);
  const left = phone ? gridSize.namesPhone : gridSize.names;
  const across = useVirtualizer({
    horizontal: true,
    count: columns.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => gridSize.column,
    overscan: 8,
    getItemKey: (i) => columns[i]?.run.id ?? i,
    scrollPaddingStart: left,
  });
  const down = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => gridSize.row,
    overscan: 8,
    getItemKey: (i) => rows[i]?.task ?? i,
    scrollPaddingStart: gridSize.head,
  });
  const times = useMemo(() => columns.map(({ run }) => run.logicalTime), [columns]);
  const days = useMemo(() => dayLabels(times, zone), [times, zone]);
  const mondays = useMemo(() => new Set(days.filter(({ monday }) => monday).map(({ column }) => column)), [days]);

  // The newest runs are in view at first, and stay so; what comes in at the left moves nothing.
  const newest = columns.at(-1)?.run.id;
  const seen = useRef<{ newest: string | undefined; count: number } | null>(null);
  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box) return;
    const before = seen.current;
    const atEnd = box.scrollLeft + box.clientWidth >= box.scrollWidth - 3 * gridSize.column;
    if (before === null || (before.newest !== newest && atEnd)) box.scrollLeft = box.scrollWidth;
    else if (before.newest === newest && columns.length > before.count)
      box.scrollLeft += (columns.length - before.count) * gridSize.column;
    seen.current = { newest, count: columns.length };
  }, [newest, columns.length]);

  const items = across.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const onNearEnd = useEffectEvent(() => {
    if (props.more && !props.loading && first < near) props.onMore();
  });
  useEffect(() => onNearEnd(), [first, columns.length]);

  const [at, setAt] = useState<{ row: number; run: string } | null>(null);
  const activeColumn = at ? columns.findIndex(({ run }) => run.id === at.run) : -1;
  const active = at && activeColumn >= 0 && at.row < rows.length ? { row: at.row, column: activeColumn } : null;
  // The corner opposite to the active cell: Shift with a click or an arrow selects everything between.
  const [corner, setCorner] = useState<{ row: number; run: string } | null>(null);
  const cornerColumn = corner ? columns.findIndex(({ run }) => run.id === corner.run) : -1;
  const range =
    active && corner && cornerColumn >= 0 && corner.row < rows.length
      ? {
          top: Math.min(active.row, corner.row),
          bottom: Math.max(active.row, corner.row),
          left: Math.min(active.column, cornerColumn),
          right: Math.max(active.column, cornerColumn),
        }
      : null;
  const tell = useEffectEvent(() =>
    props.onRange(
      range && {
        tasks: rows.slice(range.top, range.bottom + 1).map(({ task }) => task),
        runs: columns.slice(range.left, range.right + 1).map(({ run }) => run.id),
      },
    ),
  );
  useEffect(() => {
    tell();
  }, [range?.top, range?.bottom, range?.left, range?.right, rows, columns.length]);
  const open = (row: number, column: number, elsewhere: boolean) => {
    const [line, run] = [rows[row], columns[column]?.run];
    if (!line || !run) return;
    const href = `/runs/${encodeURIComponent(run.id)}?task=${encodeURIComponent(line.task)}`;
    if (elsewhere) window.open(href, '_blank');
    else router.push(href);
  };
  const go = (row: number, column: number, extend = false) => {
    const to = { row: Math.max(0, Math.min(rows.length - 1, row)), column: Math.max(0, Math.min(columns.length - 1, column)) };
    const run = columns[to.column]?.run;
    if (!run) return;
    if (!extend) setCorner(null);
    else if (!range && active) setCorner({ row: active.row, run: columns[active.column]!.run.id });
    setAt({ row: to.row, run: run.id });
    down.scrollToIndex(to.row);
    across.scrollToIndex(to.column);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const { row, column } = active ?? { row: 0, column: columns.length };
    const { shiftKey } = event;
    if (event.key === 'ArrowLeft') go(row, column - 1, shiftKey);
    else if (event.key === 'ArrowRight') go(row, column + 1, shiftKey);
    else if (event.key === 'ArrowUp') go(row - 1, Math.min(column, columns.length - 1), shiftKey);
    else if (event.key === 'ArrowDown') go(active ? row + 1 : 0, Math.min(column, columns.length - 1), shiftKey);
    else if (event.key === 'Home') go(row, 0, shiftKey);
    else if (event.key === 'End') go(row, columns.length - 1, shiftKey);
    else if (event.key === 'Enter' && active) open(active.row, active.column, event.metaKey || event.ctrlKey);
    else if (event.key === 'Escape' && range) setCorner(null);
    else return;
    event.preventDefault();
  };
  const idOf = (row: number, column: number) => `${id}-${row}-${column}`;
  return (
    <div
      ref={scroller}
      className="scroll min-h-0 flex-1 focus-visible:outline-2 focus-visible:-outline-offset-2 focus-visible:outline-accent"
      role="grid"
      aria-label="Runs by tasks"
      aria-multiselectable
      onMouseDown={(event) => {
        // Shift and a click select cells here, not text.
        if (event.shiftKey) event.preventDefault();
      }}
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length + 1}
      aria-activedescendant={active ? idOf(active.row, active.column) : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onClick={(event) => {
        const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-column]') : null;
        if (cell && event.shiftKey) go(Number(cell.dataset.row), Number(cell.dataset.column), true);
        else if (cell) open(Number(cell.dataset.row), Number(cell.dataset.column), event.metaKey || event.ctrlKey);
      }}
    >
      <div
        role="presentation"
        className="relative min-w-full"
        style={{ width: left + across.getTotalSize() + gridSize.end, height: gridSize.head + down.getTotalSize() }}
      >
        <GridHead columns={columns} items={items} days={days} zone={zone} now={now} left={left} />
        {down.getVirtualItems().map((item) => {
          const row = rows[item.index];
          return row ? (
            <div
              key={item.key}
              role="presentation"
              className="absolute inset-x-0"
              style={{ top: gridSize.head + item.start, height: gridSize.row }}
            >
              <GridLine
                row={row}
                rowIndex={item.index}
                columns={columns}
                items={items}
                mondays={mondays}
                manifest={row.operator === null ? undefined : props.manifests.get(row.operator)}
                left={left}
                active={active?.row === item.index ? active.column : null}
                selected={range && item.index >= range.top && item.index <= range.bottom ? range : null}
                idOf={idOf}
              />
            </div>
          ) : null;
        })}
      </div>
    </div>
  );
}
