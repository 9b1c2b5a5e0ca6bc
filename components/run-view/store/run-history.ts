import { carryOver } from '#domain/run/carry-over.ts';
import { fold } from '#domain/run/fold.ts';
import type { Plan, PlanOf } from '#domain/run/plan.ts';
import { changedTaskRuns } from '#domain/run/read.ts';
import { transition, type RunState } from '#domain/run/transition.ts';
import type { NumberedEvent } from './numbered-event.ts';
import type { StatusSpan } from './status-span.ts';
import { taskKey } from './task-key.ts';

/** A state is kept at every so many events; those between are folded again when somebody goes back to them. */
const step = 64;

/** What happened in a run since its base state: events, states to go back to, and when each task run took which status. */
export class RunHistory {
  readonly events: NumberedEvent[] = [];
  readonly spans = new Map<string, StatusSpan[]>();
  /** Events the machine of this page refuses: it is of another version than the one that wrote them. */
  refused = 0;
  private readonly checkpoints: { seq: number; state: RunState }[];
  /** Plans of the versions it was on, each from this event on. */
  private readonly plans: { seq: number; plan: Plan }[];
  private now: RunState;

  constructor(
    first: Plan,
    readonly base: { seq: number; state: RunState },
    /** Plans of other versions that the run may be moved to. */
    private readonly planOf: PlanOf | null = null,
  ) {
    this.now = base.state;
    this.plans = [{ seq: base.seq, plan: first }];
    this.checkpoints = [base];
  }

  /** Of the version that the run is on now. */
  get plan(): Plan {
    return this.plans.at(-1)!.plan;
  }
  /** Of the version that it was on right after the event `seq`: what `stateAt` is a state of. */
  planAt(seq: number): Plan {
    return (this.plans.findLast((each) => each.seq <= seq) ?? this.plans[0]!).plan;
  }

  /** The newest state. */
  get state(): RunState {
    return this.now;
  }
  /** Seq of the newest event. */
  get seq(): number {
    return this.events.at(-1)?.seq ?? this.base.seq;
  }
  /** Instant of the newest event, ms; null before any. */
  get at(): number | null {
    return this.events.at(-1)?.event.at ?? null;
  }

  /** When the run was let in first, ms; a cleared run begins again, but its time line does not. Null while that is not known. */
  get begunAt(): number | null {
    return this.events.find(({ event }) => event.type === 'runAdmitted')?.event.at ?? null;
  }

  /**
   * Takes the next events; those that were seen are left out. Says `gap` when one is missing, or moves the run to a version that
   * is not at hand: the run must be fetched anew.
   */
  append(events: NumberedEvent[]): 'ok' | 'gap' {
    for (const numbered of events) {
      if (numbered.seq <= this.seq) continue;
      if (numbered.seq !== this.seq + 1) return 'gap';
      const { event } = numbered;
      if (event.type === 'runMoved' && this.planOf?.(event.to) === undefined) return 'gap';
      this.events.push(numbered);
      const before = this.plan;
      const answer = transition(before, this.now, event, this.planOf);
      if (!answer.ok) {
        this.refused++;
        continue;
      }
      if (event.type === 'runMoved') this.plans.push({ seq: numbered.seq, plan: this.planOf!(event.to)! });
      this.note(this.plan === before ? this.now : carryOver(before, this.plan, this.now), answer.state, numbered);
      this.now = answer.state;
      if (this.events.length % step === 0) this.checkpoints.push({ seq: numbered.seq, state: answer.state });
    }
    return 'ok';
  }

  /** The state right after the event `seq`, as the engine saw it. */
  stateAt(seq: number): RunState {
    if (seq >= this.seq) return this.now;
    let low = 0;
    let high = this.checkpoints.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.checkpoints[middle]?.seq ?? Infinity) <= seq) low = middle;
      else high = middle - 1;
    }
    const from = this.checkpoints[low] ?? this.base;
    const between = this.events.slice(from.seq - this.base.seq, seq - this.base.seq);
    return fold(
      this.planAt(from.seq),
      between.map(({ event }) => event),
      from.state,
      this.planOf,
    );
  }

  /** Seq of the last event at or before an instant (ms); the base's when there is none. */
  seqAt(atMs: number): number {
    let low = 0;
    let high = this.events.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.events[middle]?.event.at ?? Infinity) <= atMs) low = middle + 1;
      else high = middle;
    }
    return this.events[low - 1]?.seq ?? this.base.seq;
  }

  private note(before: RunState, after: RunState, { seq, event }: NumberedEvent): void {
    for (const view of changedTaskRuns(this.plan, before, after)) {
      const key = taskKey(view);
      const spans = this.spans.get(key) ?? [];
      const last = spans.at(-1);
      if (last && last.status === view.status && last.attempt === view.attempt) continue;
      spans.push({ status: view.status, at: event.at, seq, attempt: view.attempt, reason: view.reason });
      this.spans.set(key, spans);
    }
  }
}
