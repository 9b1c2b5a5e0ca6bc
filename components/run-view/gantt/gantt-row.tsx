import { memo } from 'react';
import type { ChainLink } from '#domain/forecast/critical-chain.ts';
import { isFinished } from '#domain/run/status.ts';
import { cx } from '#components/ui/cx.ts';
import { StatusGlyph } from '#components/ui/status-glyph.tsx';
import type { RunHistory } from '../store/run-history.ts';
import { taskKey } from '../store/task-key.ts';
import type { TaskSummary } from '../store/task-summary.ts';
import { GanttLane } from './gantt-lane.tsx';
import { segmentsOf } from './segments-of.ts';
import { timeColumns } from './time-columns.ts';

/** Copies of a mapped task that are drawn over each other in its row. */
const copiesDrawn = 60;

interface GanttRowProps {
  history: RunHistory;
  summary: TaskSummary;
  title: string;
  selected: boolean;
  onSelect: (task: string) => void;
  from: number;
  length: number;
  /** Work that goes on reaches to this instant, ms; of a row that is done it is not looked at. */
  until: number;
  /** Fades what lies after this instant; null: nothing. */
  later: number | null;
  /** Its part of the chain that decides when the run is done. */
  link: ChainLink | undefined;
  /** Another row is on that chain, this one is not. */
  faint: boolean;
  wide: boolean;
  /** px from the top of the rows. */
  top: number;
}

/** One task on the time line. Made anew when its own stretches change, not with each event of the run. */
export function GanttRow(props: GanttRowProps) {
  const { history, summary } = props;
  let spans = 0;
  let going = false;
  for (const view of (summary.copies ?? [summary.view]).slice(0, copiesDrawn)) {
    const own = history.spans.get(taskKey(view));
    const last = own?.at(-1)?.status;
    spans += own?.length ?? 0;
    going ||= last !== undefined && !isFinished(last);
  }
  return <Row {...props} spans={spans} until={going ? props.until : 0} />;
}

/** `spans`: how many stretches there are; their lists grow in place. */
const Row = memo(function Row(props: GanttRowProps & { spans: number }) {
  const { history, summary, selected, from, length, link } = props;
  return (
    <button
      type="button"
      aria-pressed={selected}
      onClick={() => props.onSelect(summary.task)}
      className={cx(
        timeColumns(props.wide),
        'absolute inset-x-0 h-3.5 w-full text-left focus-visible:-outline-offset-2',
        selected ? 'bg-accent-soft' : 'hover:bg-hover',
        props.faint && 'opacity-40',
      )}
      style={{ top: props.top }}
    >
      <span
        className={cx(
          'flex min-w-0 items-center gap-1.5 pl-3.5 text-11 leading-[14px] max-sm:pl-2',
          selected ? 'font-strong text-ink' : 'text-ink-2',
        )}
      >
        <StatusGlyph status={summary.status} size={10} />
        <span className="truncate">{props.title}</span>
      </span>
      <span className="relative overflow-hidden">
        {(summary.copies ?? [summary.view]).slice(0, copiesDrawn).map((view) => (
          <GanttLane
            key={view.index ?? -1}
            segments={segmentsOf(history.spans.get(taskKey(view)) ?? [], props.until, view.dueAt)}
            from={from}
            length={length}
            later={props.later}
          />
        ))}
        {link === undefined ? null : (
          <i
            aria-hidden
            className="absolute bottom-0 h-0.5 bg-ink"
            style={{
              left: `${(100 * (link.fromAt - from)) / length}%`,
              width: `max(2px, ${(100 * (link.toAt - link.fromAt)) / length}%)`,
            }}
          />
        )}
      </span>
    </button>
  );
});
