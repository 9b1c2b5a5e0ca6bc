'use client';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useEffectEvent, useMemo, useRef } from 'react';
import { useShort } from '#components/shell/use-media.ts';
import { useNow } from '#components/ui/use-now.ts';
import { useZone } from '#components/ui/zone.tsx';
import { FolderRow } from './folder-row.tsx';
import { ListHead } from './list-head.tsx';
import type { ListRow } from './list-rows.ts';
import type { WorkflowActs } from './use-workflow-acts.ts';
import { twinNames } from './twin-names.ts';
import { WorkflowRow } from './workflow-row.tsx';

const key = (row: ListRow): string => (row.type === 'folder' ? `folder/${row.name}` : row.workflow.id);

/** The list itself: only the rows in sight are in the page, however many there are. `cursor` is the row that keys act on. */
export function WorkflowTable(props: {
  rows: ListRow[];
  acts: WorkflowActs;
  /** Row that a key moved to: it gets the focus, once. */
  cursor: number | null;
  onCursorUsed?: () => void;
  onCursor: (id: string) => void;
  onToggleFolder: (name: string) => void;
  /** Lines of 28 px instead of 36. */
  dense: boolean;
}) {
  const { rows, cursor } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const phone = useShort();
  const zone = useZone();
  const now = useNow(10_000);
  const drop = (id: string, folder: string): void => {
    const row = rows.find((one) => one.type === 'workflow' && one.workflow.id === id);
    if (row?.type === 'workflow') props.acts.move([row.workflow], folder);
  };
  const twins = useMemo(() => twinNames(rows), [rows]);
  const line = phone ? 82 : props.dense ? 28 : 36;
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (i) => (rows[i]?.type === 'folder' ? (phone ? 40 : 32) : line),
    getItemKey: (i) => {
      const row = rows[i];
      return row ? key(row) : i;
    },
    overscan: 12,
    scrollPaddingStart: phone ? 0 : 33,
  });
  useEffect(() => virtual.measure(), [line, rows, virtual]);
  const used = useEffectEvent(() => props.onCursorUsed?.());
  useEffect(() => {
    if (cursor === null) return;
    virtual.scrollToIndex(cursor);
    // The row may be drawn only after the scroll.
    const frame = requestAnimationFrame(() => {
      scroller.current?.querySelector<HTMLElement>(`[aria-rowindex="${cursor + 2}"] :is([data-name],[data-folder])`)?.focus();
      used();
    });
    return () => cancelAnimationFrame(frame);
  }, [cursor, virtual]);

  return (
    <div ref={scroller} className="scroll min-h-0 flex-1" data-list data-dense={props.dense || undefined}>
      <div role="table" aria-label="Workflows" aria-rowcount={rows.length + 1} className="min-w-fit max-sm:min-w-0">
        <ListHead />
        <div role="rowgroup" className="relative" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((item) => {
            const row = rows[item.index];
            if (!row) return null;
            return (
              <div
                key={item.key}
                role="presentation"
                className="absolute inset-x-0 top-0"
                style={{ transform: `translateY(${item.start}px)` }}
              >
                {row.type === 'folder' ? (
                  <FolderRow
                    row={row}
                    zone={zone}
                    now={now}
                    rowIndex={item.index + 2}
                    onToggle={props.onToggleFolder}
                    onDrop={drop}
                  />
                ) : (
                  <WorkflowRow
                    workflow={row.workflow}
                    acts={props.acts}
                    zone={zone}
                    now={now}
                    rowIndex={item.index + 2}
                    twin={twins.has(row.workflow.name)}
                    onFocus={props.onCursor}
                  />
                )}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}
