'use client';
import { useState } from 'react';
import { cx } from '#components/ui/cx.ts';
import { useHandler } from '#components/ui/use-handler.ts';
import type { RunMoment, RunStore } from '../store/run-store.ts';
import { Scrubber } from './scrubber.tsx';
import { TimeButtons } from './time-buttons.tsx';
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
  const step = useHandler((events: number) => {
    const next = moment.seq + events;
    if (next > history.seq) store.goLive();
    else store.goToEvent(Math.max(history.base.seq + 1, next));
  });
  const goTo = (at: number) => {
    setPlaying(false);
    if (at >= present) store.goLive();
    else store.goTo(at);
  };
  const toStart = useHandler(() => goTo(from));
  const play = useHandler(() => {
    if (!playing && moment.live) store.goTo(from);
    setPlaying(!playing);
  });
  const faster = useHandler(() => setSpeed(speeds[(speeds.indexOf(speed) + 1) % speeds.length] ?? 1));
  const follow = useHandler(() => {
    setPlaying(false);
    store.goLive();
  });
  const missed = moment.live || props.endedAt !== null ? 0 : history.seq - moment.seq;
  return (
    <div className={cx(timeColumns(props.wide === true), 'h-8 shrink-0 items-center border-b border-line')}>
      <TimeButtons
        playing={playing}
        speed={speed}
        live={moment.live}
        ended={props.endedAt !== null}
        missed={missed}
        wide={props.wide === true}
        onStart={toStart}
        onPlay={play}
        onSpeed={faster}
        onStep={step}
        onLive={follow}
      />
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
