'use client';
import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useRef } from 'react';
import { cx } from '#components/ui/cx.ts';
import { StatusGlyph } from '#components/ui/status-glyph.tsx';
import { statusWord } from '#components/ui/status-word.ts';
import { useHandler } from '#components/ui/use-handler.ts';
import type { TaskSummary } from './store/task-summary.ts';

/** Tasks with the urgent ones first, each with its shortest true reason. */
export function TaskList(props: {
  tasks: TaskSummary[];
  title: (task: string) => string;
  line: (summary: TaskSummary) => string | null;
  selected: string | null;
  onSelect: (task: string) => void;
}) {
  const select = useHandler(props.onSelect);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: props.tasks.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 48,
    getItemKey: (i) => props.tasks[i]?.task ?? i,
    overscan: 8,
  });
  return (
    <div ref={scroller} className="scroll min-h-0 flex-1">
      <ul aria-label="Tasks" className="relative" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const summary = props.tasks[item.index];
          return summary ? (
            <li key={item.key} className="absolute inset-x-0 top-0" style={{ transform: `translateY(${item.start}px)` }}>
              <Row
                summary={summary}
                title={props.title(summary.task)}
                line={props.line(summary)}
                selected={summary.task === props.selected}
                onSelect={select}
              />
            </li>
          ) : null;
        })}
      </ul>
    </div>
  );
}

/** Made anew when its task changes, not with each event of the run. */
const Row = memo(function Row(props: {
  summary: TaskSummary;
  title: string;
  line: string | null;
  selected: boolean;
  onSelect: (task: string) => void;
}) {
  const { summary } = props;
  return (
    <button
      type="button"
      aria-pressed={props.selected}
      onClick={() => props.onSelect(summary.task)}
      className={cx(
        'flex h-12 w-full items-center gap-3 border-b border-line px-4 text-left hover:bg-hover focus-visible:-outline-offset-2',
        props.selected && 'bg-accent-soft',
      )}
    >
      <StatusGlyph status={summary.status} hidden />
      <span className="min-w-0 flex-1">
        <span className="block truncate">
          <b>{props.title}</b>
          {summary.copies ? <span className="ml-1.5 font-mono text-11 text-ink-2">×{summary.copies.length}</span> : null}
        </span>
        <span className="num block truncate text-12 text-ink-3">{props.line}</span>
      </span>
      <span className="text-12 whitespace-nowrap text-ink-2">{statusWord(summary.status)}</span>
    </button>
  );
});
