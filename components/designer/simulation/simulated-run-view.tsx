'use client';
import { useEffect, type ReactNode } from 'react';
import { runView } from '#domain/run/read.ts';
import type { LiveStatusStore } from '#components/canvas/live/live-status-store.ts';
import { timeSpan } from '#components/run-view/gantt/time-span.ts';
import { TimeBar } from '#components/run-view/gantt/time-bar.tsx';
import type { RunMoment } from '#components/run-view/store/run-store.ts';
import { useLiveStatus } from '#components/run-view/store/use-live-status.ts';
import { useMoment } from '#components/run-view/store/use-moment.ts';
import { useShortcuts, type ShortcutGroup } from '#components/shell/shortcuts.ts';
import { useKeys } from '#components/shell/use-keys.ts';
import type { SimulatedRun } from './use-simulated-run.ts';

const shortcuts: ShortcutGroup[] = [{ title: 'Simulation', shortcuts: [{ keys: '[ ]', label: 'One event back, forward' }] }];

const noWaiting: ReadonlyMap<string, string[]> = new Map();
const noCounts: ReadonlyMap<string, string> = new Map();

/** The simulated run at the moment that is looked at. Instants in ms. */
export interface SimulatedView extends SimulatedRun {
  moment: RunMoment;
  beganAt: number;
  endedAt: number;
}

/** The time bar of a simulated run, and its moments carried to the drawing. */
export function SimulatedRunView(props: {
  simulated: SimulatedRun;
  onLive: (live: LiveStatusStore | null) => void;
  children: (view: SimulatedView) => ReactNode;
}) {
  const { simulated, onLive } = props;
  const { store, model } = simulated;
  const moment = useMoment(store);
  const live = useLiveStatus(store, model, noWaiting, noCounts);
  useEffect(() => {
    onLive(live);
    return () => onLive(null);
  }, [live, onLive]);
  const { history } = moment;
  const beganAt = history.begunAt ?? history.events[0]?.event.at ?? 0;
  const endedAt = runView(model.plan, history.state).endedAt ?? history.at ?? beganAt;
  const step = (events: number): void => {
    const next = moment.seq + events;
    if (next >= history.seq) store.goLive();
    else store.goToEvent(Math.max(1, next));
  };
  useShortcuts(shortcuts);
  useKeys({ '[': () => step(-1), ']': () => step(1) });
  const { from, to } = timeSpan({ startedAt: beganAt, endedAt, now: endedAt, expectedAt: null });
  return (
    <>
      <TimeBar store={store} moment={moment} from={from} to={to} endedAt={endedAt} now={endedAt} origin={beganAt} wide />
      {props.children({ ...simulated, moment, beganAt, endedAt })}
    </>
  );
}
