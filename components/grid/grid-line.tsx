import type { VirtualItem } from '@tanstack/react-virtual';
import type { Manifest } from '#domain/definition/schema/manifest.ts';
import { OperatorIcon } from '#components/canvas/nodes/operator-icon.tsx';
import { cx } from '#components/ui/cx.ts';
import { formatDuration } from '#components/ui/format-duration.ts';
import { StatusGlyph } from '#components/ui/status-glyph.tsx';
import { statusWord } from '#components/ui/status-word.ts';
import { cellStatus } from './cell-status.ts';
import type { GridColumn, GridRow } from './grid-rows.ts';
import type { GridCell } from './grid-run.ts';
import { gridSize } from './grid-size.ts';

/** Everything a cell says: status, copies, attempts, how long it took. */
function cellWords(title: string, column: GridColumn, cell: GridCell | undefined, status: string): string {
  const copies = Object.values(cell?.statuses ?? {}).reduce((sum, count) => sum + count, 0);
  const parts = [`${title}, run ${column.run.number}: ${status}`];
  if (cell && copies > 1)
    parts.push(
      Object.entries(cell.statuses)
        .map(([name, count]) => `${count} ${statusWord(name as keyof typeof cell.statuses)}`)
        .join(', '),
    );
  if (cell && cell.attempt > 1) parts.push(`attempt ${cell.attempt}`);
  if (cell?.startedAt != null && cell.endedAt !== null) parts.push(formatDuration(cell.endedAt - cell.startedAt));
  return parts.join(', ');
}

/** One task over all runs. A success is a quiet square, nothing stays nothing, everything else has its glyph. */
export function GridLine(props: {
  row: GridRow;
  rowIndex: number;
  columns: readonly GridColumn[];
  items: readonly VirtualItem[];
  mondays: ReadonlySet<number>;
  manifest: Manifest | undefined;
  left: number;
  /** Column of the cell that the keys are at, when it is in this line. */
  active: number | null;
  /** Columns that are selected in this line, from the first to the last. */
  selected: { left: number; right: number } | null;
  idOf: (row: number, column: number) => string;
}) {
  const { row, rowIndex, columns, left } = props;
  return (
    <div role="row" aria-rowindex={rowIndex + 2} className="relative h-full border-b border-line hover:bg-hover">
      <div
        role="rowheader"
        className="sticky left-0 z-10 flex h-full items-center gap-2 truncate border-r border-line bg-surface pr-2 pl-6 text-13 max-xl:pl-4"
        style={{ width: left }}
        title={row.operator === null ? `${row.title} is no longer drawn` : row.task}
      >
        <span className="text-ink-3">
          <OperatorIcon name={props.manifest?.icon ?? 'box'} size={14} />
        </span>
        <span className={cx('truncate', row.operator === null && 'text-ink-3')}>{row.title}</span>
      </div>
      {props.items.map(({ index, start }) => {
        const column = columns[index];
        if (!column) return null;
        const cell = column.cells.get(row.task);
        const status = cellStatus(column.run, cell);
        const newVersion = index > 0 && columns[index - 1]?.run.version !== column.run.version;
        const isSelected = props.selected !== null && index >= props.selected.left && index <= props.selected.right;
        const words = cellWords(row.title, column, cell, status === null ? 'not in this run' : statusWord(status));
        return (
          <div
            key={column.run.id}
            id={props.idOf(rowIndex, index)}
            role="gridcell"
            aria-colindex={index + 2}
            aria-label={words}
            title={words}
            aria-selected={isSelected || undefined}
            data-row={rowIndex}
            data-column={index}
            className={cx(
              'absolute inset-y-0 grid cursor-pointer place-items-center',
              newVersion ? 'border-l border-dashed border-ink-3' : props.mondays.has(index) && 'border-l border-line',
              isSelected && 'bg-accent-soft',
              props.active === index && 'rounded-mark outline-2 -outline-offset-2 outline-accent',
            )}
            style={{ left: left + start, width: gridSize.column }}
          >
            {status === null ? null : status === 'success' ? (
              <i className="size-2 rounded-[2px] bg-st-success-quiet" />
            ) : (
              <StatusGlyph status={status} size={14} hidden />
            )}
          </div>
        );
      })}
    </div>
  );
}
