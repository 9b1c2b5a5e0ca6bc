import type { Plan } from '#domain/run/plan.ts';
import type { RunState } from '#domain/run/transition.ts';
import type { NumberedEvent } from './numbered-event.ts';
import type { RunHistory } from './run-history.ts';
import { TaskIndex } from './task-index.ts';
import type { TaskSummary } from './task-summary.ts';

/** What the page shows now; a new object whenever it changes. */
export interface RunMoment {
  history: RunHistory;
  state: RunState;
  /** Of the version that the run was on then. */
  plan: Plan;
  seq: number;
  /** Instant that is looked at, ms; null while live: then it is the present. */
  at: number | null;
  live: boolean;
  /** Tasks of the shown state by id. */
  tasks: ReadonlyMap<string, TaskSummary>;
  /** Tasks that this change touched. */
  touched: ReadonlySet<string>;
  /** Rises with every change. */
  version: number;
}

type Shown = Pick<RunMoment, 'state' | 'plan' | 'seq'>;
const nowOf = ({ state, plan, seq }: RunHistory): Shown => ({ state, plan, seq });

/** What folding may take of a frame, ms; drawing what has changed needs the rest. */
const frameShareMs = 6;
/** Events that are folded before the clock is looked at. */
const atOnce = 8;

/**
 * The run beside React's tree. Events gather and are folded once per animation frame, however many come; going back in time
 * changes what is shown, not what is known.
 */
export class RunStore {
  private moment: RunMoment;
  private queue: NumberedEvent[] = [];
  private waiting = false;
  /** Instant that a drag has reached and the next frame will show. */
  private wanted: number | null = null;
  private index: TaskIndex;
  private readonly listeners = new Set<() => void>();

  constructor(
    history: RunHistory,
    private readonly onGap: () => void,
    private readonly frame: (run: () => void) => void = (run) => void requestAnimationFrame(run),
    private readonly clock: () => number = () => performance.now(),
  ) {
    this.index = new TaskIndex(history.plan, history.state);
    const { tasks } = this.index;
    this.moment = {
      history,
      state: history.state,
      plan: history.plan,
      seq: history.seq,
      at: null,
      live: true,
      tasks,
      touched: new Set(tasks.keys()),
      version: 0,
    };
  }

  readonly get = (): RunMoment => this.moment;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Events from the feed. */
  readonly push = (events: NumberedEvent[]): void => {
    for (const event of events) this.queue.push(event);
    this.wake();
  };

  private wake(): void {
    if (this.waiting || this.queue.length === 0) return;
    this.waiting = true;
    this.frame(() => {
      this.waiting = false;
      this.fold();
      this.wake();
    });
  }

  /** Folds what has gathered, as far as one frame has room: thousands of events that come together take several. */
  private fold(): void {
    const { history, live } = this.moment;
    const before = history.seq;
    const until = this.clock() + frameShareMs;
    let taken = 0;
    do {
      const part = this.queue.slice(taken, taken + atOnce);
      taken += part.length;
      if (history.append(part) === 'gap') {
        taken = this.queue.length;
        this.onGap();
      }
    } while (taken < this.queue.length && this.clock() < until);
    this.queue.splice(0, taken);
    if (history.seq !== before) this.change(live ? nowOf(history) : {});
  }

  /** Another history of the same run: all of it instead of a snapshot and its sequel, or fetched anew after a gap. */
  replace(history: RunHistory): void {
    const { live, at } = this.moment;
    if (live || at === null) this.change({ history, ...nowOf(history) });
    else this.change({ history, ...this.at(history, at) });
  }

  /** Shows the run as it was at an instant (ms); of many within a frame only the last, so that a drag never lags behind the hand. */
  readonly goTo = (atMs: number): void => {
    const waiting = this.wanted !== null;
    this.wanted = atMs;
    if (waiting) return;
    this.frame(() => {
      const at = this.wanted;
      this.wanted = null;
      if (at !== null) this.change({ ...this.at(this.moment.history, at), at, live: false });
    });
  };

  /** Shows the run right after one event. */
  readonly goToEvent = (seq: number): void => {
    const { history } = this.moment;
    const at = history.events[seq - history.base.seq - 1]?.event.at;
    if (at !== undefined) this.change({ state: history.stateAt(seq), plan: history.planAt(seq), seq, at, live: false });
  };

  /** Follows the present again. */
  readonly goLive = (): void => {
    const { history } = this.moment;
    this.wanted = null;
    this.change({ ...nowOf(history), at: null, live: true });
  };

  private at(history: RunHistory, atMs: number): Shown {
    const seq = history.seqAt(atMs);
    return { seq, state: history.stateAt(seq), plan: history.planAt(seq) };
  }

  private change(next: Partial<RunMoment>): void {
    const moment = { ...this.moment, ...next };
    let touched: Set<string>;
    if (moment.plan === this.moment.plan) touched = this.index.show(moment.state);
    else {
      this.index = new TaskIndex(moment.plan, moment.state);
      touched = new Set(this.index.tasks.keys());
    }
    this.moment = { ...moment, tasks: this.index.tasks, touched, version: this.moment.version + 1 };
    for (const listener of this.listeners) listener();
  }
}
