'use client';
import { useVirtualizer } from '@tanstack/react-virtual';
import { Pause, Play, SkipBack } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import { cx } from '#components/ui/cx.ts';
import { IconButton } from '#components/ui/icon-button.tsx';
import { StatusGlyph } from '#components/ui/status-glyph.tsx';
import type { RunMoment, RunStore } from '../store/run-store.ts';
import type { TaskSummary } from '../store/task-summary.ts';
import { taskKey } from '../store/task-key.ts';
import { axisTicks } from './axis-ticks.ts';
import { GanttLane } from './gantt-lane.tsx';
import { Scrubber } from './scrubber.tsx';
import { segmentsOf } from './segments-of.ts';
import { usePlay } from './use-play.ts';

const rowHeight = 14;
/** Copies of a mapped task that are drawn over each other in its row. */
const copiesDrawn = 60;
const columns = 'grid grid-cols-[160px_minmax(0,1fr)_24px] max-sm:grid-cols-[104px_minmax(0,1fr)_12px]';

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
  /** Rows shown before it scrolls; null: as many as there is room for. */
  rows: number | null;
  className?: string;
}) {
  const { store, moment, tasks } = props;
  const { history } = moment;
  const end = props.endedAt ?? Math.max(props.now, props.expectedAt ?? 0);
  const from = props.startedAt;
  const to = Math.max(from + 1_000, end + (end - from) * (props.endedAt === null && props.expectedAt === null ? 0.12 : 0.03));
  const length = to - from;
  const at = moment.at ?? props.endedAt ?? props.now;
  const later = moment.live ? null : moment.at;
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
  const ticks = useMemo(() => axisTicks(from, to, 7), [from, to]);
  const [playing, setPlaying] = usePlay({
    from,
    to: props.endedAt ?? props.now,
    at: moment.at,
    goTo: store.goTo,
    onEnd: store.goLive,
  });
  const step = (events: number) => {
    const next = moment.seq + events;
    if (next > history.seq) store.goLive();
    else store.goToEvent(Math.max(history.base.seq + 1, next));
  };
  return (
    <section
      aria-label="Time line of the run"
      className={cx('flex min-h-0 flex-col border-t border-line bg-surface', props.className)}
    >
      <div className={cx(columns, 'h-8 shrink-0 items-center border-b border-line')}>
        <span className="flex items-center gap-0.5 pl-3 max-sm:pl-1">
          <IconButton
            size="sm"
            label="Back to the start"
            icon={<SkipBack strokeWidth={1.75} />}
            onClick={() => store.goTo(from)}
          />
          <IconButton
            size="sm"
            label={playing ? 'Stop here' : 'Play the run from here'}
            icon={playing ? <Pause strokeWidth={1.75} /> : <Play strokeWidth={1.75} />}
            onClick={() => {
              if (!playing && moment.live) store.goTo(from);
              setPlaying(!playing);
            }}
          />
          <button
            type="button"
            aria-pressed={moment.live}
            onClick={() => {
              setPlaying(false);
              store.goLive();
            }}
            className="ml-1.5 inline-flex h-[22px] items-center gap-1.5 rounded-full border border-line-2 bg-surface px-2 text-12 font-strong aria-[pressed=false]:font-text aria-[pressed=false]:text-ink-2 hover:bg-hover"
          >
            {moment.live && props.endedAt === null ? <StatusGlyph status="running" size={12} hidden /> : null}
            {props.endedAt === null ? 'Live' : 'End'}
          </button>
        </span>
        <Scrubber from={from} to={to} at={at} live={moment.live} onGoTo={store.goTo} onStep={step} onLive={store.goLive} />
      </div>
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
            const views = (summary.copies ?? [summary.view]).slice(0, copiesDrawn);
            const on = summary.task === props.selected;
            return (
              <button
                key={summary.task}
                type="button"
                aria-pressed={on}
                onClick={() => props.onSelect(summary.task)}
                className={cx(
                  columns,
                  'absolute inset-x-0 h-3.5 w-full text-left focus-visible:-outline-offset-2',
                  on ? 'bg-accent-soft' : 'hover:bg-hover',
                )}
                style={{ top: item.start + 2 }}
              >
                <span
                  className={cx(
                    'flex min-w-0 items-center gap-1.5 pl-3.5 text-11 leading-[14px] max-sm:pl-2',
                    on ? 'font-strong text-ink' : 'text-ink-2',
                  )}
                >
                  <StatusGlyph status={summary.status} size={10} />
                  <span className="truncate">{props.title(summary.task)}</span>
                </span>
                <span className="relative overflow-hidden">
                  {views.map((view) => (
                    <GanttLane
                      key={view.index ?? -1}
                      segments={segmentsOf(history.spans.get(taskKey(view)) ?? [], props.endedAt ?? props.now, view.dueAt)}
                      from={from}
                      length={length}
                      later={later}
                    />
                  ))}
                </span>
              </button>
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
