'use client';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef } from 'react';
import type { ChainLink } from '#domain/forecast/critical-chain.ts';
import { cx } from '#components/ui/cx.ts';
import { useHandler } from '#components/ui/use-handler.ts';
import type { RunMoment, RunStore } from '../store/run-store.ts';
import type { TaskSummary } from '../store/task-summary.ts';
import { axisTicks } from './axis-ticks.ts';
import { GanttRow } from './gantt-row.tsx';
import { TimeBar } from './time-bar.tsx';
import { timeColumns } from './time-columns.ts';
import { timeSpan } from './time-span.ts';

const rowHeight = 14;

/** Who worked, waited or slept when: a row a task, over the whole run, with the scrubber. */
export function Gantt(props: {
  store: RunStore;
  moment: RunMoment;
  tasks: TaskSummary[];
  title: (task: string) => string;
  selected: string | null;
  onSelect: (task: string) => void;
  /** Present, ms. */
  now: number;
  startedAt: number;
  endedAt: number | null;
  /** When it will probably end, ms. */
  expectedAt: number | null;
  /** Room after the run, as a share of it: a narrow line needs more for the marks at its end. */
  room?: number;
  /** Rows shown before it scrolls; null: as many as there is room for. */
  rows: number | null;
  /** Chain that decides when the run is done: it is drawn under the bars, the other rows recede. */
  critical?: ReadonlyMap<string, ChainLink> | null;
  /** Time is counted from here, ms; missing: clock time. */
  origin?: number;
  wide?: boolean;
  /** False: the time bar is somewhere else. */
  bar?: boolean;
  className?: string;
}) {
  const { store, moment, tasks } = props;
  const { history } = moment;
  const { from, to } = timeSpan(props);
  const columns = timeColumns(props.wide === true);
  const length = to - from;
  const at = moment.at ?? props.endedAt ?? props.now;
  const later = moment.live ? null : moment.at;
  const select = useHandler(props.onSelect);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: tasks.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 10,
  });
  const chosen = tasks.findIndex((t) => t.task === props.selected);
  useEffect(() => {
    if (chosen >= 0) virtual.scrollToIndex(chosen);
  }, [chosen, virtual]);
  const { origin = 0, critical = null } = props;
  const ticks = useMemo(() => axisTicks(from - origin, to - origin, 7).map((tick) => tick + origin), [from, to, origin]);
  return (
    <section
      data-dock
      aria-label="Time line of the run"
      className={cx('flex min-h-0 flex-col border-t border-line bg-surface', props.className)}
    >
      {props.bar === false ? null : (
        <TimeBar store={store} moment={moment} from={from} to={to} endedAt={props.endedAt} now={props.now} />
      )}
      <div
        ref={scroller}
        className="scroll min-h-0 flex-1"
        tabIndex={-1}
        style={props.rows === null ? undefined : { flexBasis: Math.max(5, Math.min(props.rows, tasks.length)) * rowHeight + 6 }}
      >
        <div className="relative pt-0.5 pb-1" style={{ height: virtual.getTotalSize() + 6 }}>
          <span className={cx(columns, 'pointer-events-none absolute inset-0')} aria-hidden>
            <span className="relative col-start-2">
              {ticks.map((tick) => (
                <i
                  key={tick}
                  className="absolute inset-y-0 w-px bg-line"
                  style={{ left: `${(100 * (tick - from)) / length}%` }}
                />
              ))}
            </span>
          </span>
          {virtual.getVirtualItems().map((item) => {
            const summary = tasks[item.index];
            if (!summary) return null;
            const link = critical?.get(summary.task);
            return (
              <GanttRow
                key={summary.task}
                history={history}
                summary={summary}
                title={props.title(summary.task)}
                selected={summary.task === props.selected}
                onSelect={select}
                from={from}
                length={length}
                until={props.endedAt ?? props.now}
                later={later}
                link={link}
                faint={critical !== null && link === undefined}
                wide={props.wide === true}
                top={item.start + 2}
              />
            );
          })}
          <span className={cx(columns, 'pointer-events-none absolute inset-0')} aria-hidden>
            <span className="relative col-start-2">
              <i
                className="absolute inset-y-0 w-px bg-ink"
                style={{ left: `${Math.max(0, Math.min(100, (100 * (at - from)) / length))}%` }}
              />
            </span>
          </span>
        </div>
      </div>
    </section>
  );
}
