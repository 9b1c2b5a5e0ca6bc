import type { RunMoment, RunStore } from './run-store.ts';

/** Texts and lists that follow a run are drawn anew no more often than this. */
const calmMs = 100;

/** Timers of whoever follows; tests hand in their own. */
interface Timers {
  now(): number;
  /** Gives what takes it back. */
  after(ms: number, run: () => void): () => void;
}

const browser: Timers = {
  now: () => performance.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

/**
 * Tells the moments of a run: the first change at once, those that follow within 100 ms together. A jump in time, the way back from it and
 * the end of the run are `urgent` and wait for nothing; so does what changed before this was called. Gives the function that ends it.
 */
export function followCalmly(
  store: Pick<RunStore, 'get' | 'subscribe'>,
  tell: (moment: RunMoment, urgent: boolean) => void,
  timers: Timers = browser,
): () => void {
  let told = store.get();
  let toldAt = -Infinity;
  let cancel: (() => void) | null = null;
  const say = (urgent: boolean): void => {
    cancel?.();
    cancel = null;
    const moment = store.get();
    if (moment === told) return;
    told = moment;
    toldAt = timers.now();
    tell(moment, urgent);
  };
  const look = (): void => {
    const next = store.get();
    const jumped = !next.live || !told.live || next.history !== told.history;
    if (jumped || (next.state.run.endedAt === null) !== (told.state.run.endedAt === null)) return say(true);
    if (cancel !== null) return;
    const wait = toldAt + calmMs - timers.now();
    if (wait <= 0) say(false);
    else cancel = timers.after(wait, () => say(false));
  };
  const leave = store.subscribe(look);
  tell(told, true);
  return () => {
    leave();
    cancel?.();
  };
}
