'use client';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useShort } from '#components/shell/use-media.ts';
import { Button } from '#components/ui/button.tsx';
import { cx } from '#components/ui/cx.ts';
import { runColumns } from './run-columns.ts';
import type { RunItem } from './run-item.ts';
import { RunRow } from './run-row.tsx';
import type { RunSelection } from './use-run-selection.ts';

const heads = ['Status', 'Workflow', 'Started by', 'Started', 'Took', 'Logical time', 'Reason'];
const hiddenHeads: Record<string, string> = {
  'Started by': 'max-lg:hidden',
  Took: 'text-right',
  'Logical time': 'pl-6 max-lg:hidden',
  Reason: 'max-xl:hidden',
};

const none: readonly string[] = [];

/** The lines of runs; older ones are fetched when the end comes near. */
export function RunTable(props: {
  runs: RunItem[];
  names: ReadonlyMap<string, string>;
  selection: RunSelection;
  /** Words of the search over notes; none: no search. */
  words?: readonly string[];
  /** Row that a key moved to: it gets the focus, once. */
  cursor: number | null;
  onCursorUsed?: () => void;
  more: boolean;
  loading: boolean;
  onMore: () => void;
  onFocus: (id: string) => void;
}) {
  const { runs, cursor, words = none } = props;
  const { selected, chosen, select, selectAll } = props.selection;
  const scroller = useRef<HTMLDivElement>(null);
  const phone = useShort();
  const height = words.length > 0 ? (phone ? 84 : 60) : phone ? 60 : 36;
  const virtual = useVirtualizer({
    count: runs.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    getItemKey: (i) => runs[i]?.id ?? i,
    overscan: 12,
    scrollPaddingStart: phone ? 0 : 33,
  });
  useEffect(() => virtual.measure(), [height, virtual]);
  const used = useEffectEvent(() => props.onCursorUsed?.());
  useEffect(() => {
    if (cursor === null) return;
    virtual.scrollToIndex(cursor);
    // The row may be drawn only after the scroll.
    const frame = requestAnimationFrame(() => {
      scroller.current?.querySelector<HTMLElement>(`[aria-rowindex="${cursor + 2}"] [data-name]`)?.focus();
      used();
    });
    return () => cancelAnimationFrame(frame);
  }, [cursor, virtual]);
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  const onNearEnd = useEffectEvent(() => {
    if (props.more && !props.loading && last >= runs.length - 20) props.onMore();
  });
  useEffect(() => onNearEnd(), [last, runs.length]);

  return (
    <div ref={scroller} className="scroll min-h-0 flex-1" data-list>
      <div role="grid" aria-label="Runs" aria-rowcount={props.more ? -1 : runs.length + 1} aria-multiselectable>
        <div role="rowgroup" className="sticky top-0 z-10 border-b border-line bg-surface max-sm:sr-only">
          <div role="row" className={cx(runColumns, 'h-8')}>
            <span role="columnheader" className="flex items-center pl-6 max-xl:pl-4">
              <input
                type="checkbox"
                aria-label={`Select the ${runs.length} runs that are listed`}
                title="Select what is listed; Shift and a click choose a range"
                checked={runs.length > 0 && chosen.length === runs.length}
                ref={(box) => {
                  if (box !== null) box.indeterminate = chosen.length > 0 && chosen.length < runs.length;
                }}
                onChange={(event) => selectAll(event.target.checked)}
                className="block size-3.5 accent-(--accent)"
              />
            </span>
            {heads.map((head) => (
              <span key={head} role="columnheader" className={cx('px-2 text-12 whitespace-nowrap text-ink-3', hiddenHeads[head])}>
                {head}
              </span>
            ))}
          </div>
        </div>
        <div role="rowgroup" className="relative" style={{ height: virtual.getTotalSize() }}>
          {items.map((item) => {
            const run = runs[item.index];
            return run ? (
              <div
                key={item.key}
                role="presentation"
                className="absolute inset-x-0 top-0"
                style={{ transform: `translateY(${item.start}px)` }}
              >
                <RunRow
                  run={run}
                  name={props.names.get(run.workflowId) ?? run.workflowId}
                  selected={selected.has(run.id)}
                  words={words}
                  rowIndex={item.index + 2}
                  onSelect={select}
                  onFocus={props.onFocus}
                />
              </div>
            ) : null;
          })}
        </div>
      </div>
      {props.more ? (
        <div className="flex h-12 items-center justify-center">
          <Button size="sm" busy={props.loading} onClick={props.onMore}>
            {props.loading ? 'Reading older runs…' : 'Older runs'}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
