'use client';
import { ChevronLeft, ChevronRight, Pause, Play, SkipBack } from 'lucide-react';
import { useState } from 'react';
import { cx } from '#components/ui/cx.ts';
import { IconButton } from '#components/ui/icon-button.tsx';
import { StatusGlyph } from '#components/ui/status-glyph.tsx';
import { Tooltip } from '#components/ui/tooltip.tsx';
import type { RunMoment, RunStore } from '../store/run-store.ts';
import { Scrubber } from './scrubber.tsx';
import { timeColumns } from './time-columns.ts';
import { usePlay } from './use-play.ts';

const speeds = [1, 2, 4, 0.5] as const;

/** Play, step, speed, follow, and the axis with the instant that is looked at. Dragged to the present, it follows again. */
export function TimeBar(props: {
  store: RunStore;
  moment: RunMoment;
  from: number;
  to: number;
  endedAt: number | null;
  /** Present, ms. */
  now: number;
  /** Time is counted from here, ms, as on a stop watch; missing: clock time. */
  origin?: number;
  /** With buttons for one event back and forward. */
  wide?: boolean;
}) {
  const { store, moment, from, to } = props;
  const { history } = moment;
  const present = props.endedAt ?? props.now;
  const [speed, setSpeed] = useState<(typeof speeds)[number]>(1);
  const [playing, setPlaying] = usePlay({ from, to: present, at: moment.at, speed, goTo: store.goTo, onEnd: store.goLive });
  const step = (events: number) => {
    const next = moment.seq + events;
    if (next > history.seq) store.goLive();
    else store.goToEvent(Math.max(history.base.seq + 1, next));
  };
  const goTo = (at: number) => {
    setPlaying(false);
    if (at >= present) store.goLive();
    else store.goTo(at);
  };
  const missed = moment.live || props.endedAt !== null ? 0 : history.seq - moment.seq;
  const icon = { strokeWidth: 1.75 } as const;
  return (
    <div className={cx(timeColumns(props.wide === true), 'h-8 shrink-0 items-center border-b border-line')}>
      <span className="flex items-center gap-0.5 pl-3 max-sm:pl-1">
        <IconButton size="sm" label="Back to the start" icon={<SkipBack {...icon} />} onClick={() => goTo(from)} />
        {props.wide ? (
          <IconButton size="sm" label="One event back" keys="[" icon={<ChevronLeft {...icon} />} onClick={() => step(-1)} />
        ) : null}
        <IconButton
          size="sm"
          label={playing ? 'Stop here' : 'Play the run from here'}
          icon={playing ? <Pause {...icon} /> : <Play {...icon} />}
          onClick={() => {
            if (!playing && moment.live) store.goTo(from);
            setPlaying(!playing);
          }}
        />
        {props.wide ? (
          <IconButton size="sm" label="One event forward" keys="]" icon={<ChevronRight {...icon} />} onClick={() => step(1)} />
        ) : null}
        <Tooltip label="Speed of playing">
          <button
            type="button"
            aria-label={`Speed ${speed}×`}
            onClick={() => setSpeed(speeds[(speeds.indexOf(speed) + 1) % speeds.length] ?? 1)}
            className="num h-6 w-7 rounded-chip text-11 text-ink-2 hover:bg-hover hover:text-ink"
          >
            {speed === 0.5 ? '½' : speed}×
          </button>
        </Tooltip>
        <button
          type="button"
          aria-pressed={moment.live}
          title={missed > 0 ? `${missed} events since: follow again` : undefined}
          onClick={() => {
            setPlaying(false);
            store.goLive();
          }}
          className="num ml-1 inline-flex h-[22px] items-center gap-1.5 rounded-full border border-line-2 bg-surface px-2 text-12 font-strong aria-[pressed=false]:font-text aria-[pressed=false]:text-ink-2 hover:bg-hover"
        >
          {moment.live && props.endedAt === null ? <StatusGlyph status="running" size={12} hidden /> : null}
          {props.endedAt === null ? 'Live' : 'End'}
          {missed > 0 ? <span className="text-11 text-ink-3">+{missed > 999 ? '999' : missed}</span> : null}
        </button>
      </span>
      <Scrubber
        from={from}
        to={to}
        at={moment.at ?? present}
        live={moment.live}
        {...(props.origin === undefined ? {} : { origin: props.origin })}
        onGoTo={goTo}
        onStep={step}
        onLive={store.goLive}
      />
    </div>
  );
}
