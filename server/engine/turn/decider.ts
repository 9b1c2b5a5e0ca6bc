import { admit } from '#domain/admission/admit.ts';
import type { AdmissionDecision, AdmissionEvent } from '#domain/admission/events.ts';
import type { Reason } from '#domain/admission/reason.ts';
import { newAdmission } from '#domain/admission/state.ts';
import type { Json, JsonObject } from '#domain/definition/schema/json.ts';
import type { RunEffect } from '#domain/run/effects.ts';
import type { RunEvent } from '#domain/run/events.ts';
import { runView } from '#domain/run/read.ts';
import { isRunFinished, type RunStatus } from '#domain/run/status.ts';
import type { ArtifactRow } from '#server/store/store.ts';
import type { ChildRequest } from '../perform/performer.ts';
import type { ActiveRun } from './active-run.ts';
import { settingsOf, type Beginning } from './begin-run.ts';
import { closeParked } from './close-parked.ts';
import { pastChanges } from './past-changes.ts';
import { performEffect } from './effects.ts';
import { moveRun } from './move-run.ts';
import type { NextVersion } from './next-version.ts';
import type { OpenAttempt } from './open-attempt.ts';
import { Turn } from './turn.ts';

/** What the decider needs from its host. */
export interface DeciderOutside {
  /** ms since the epoch. */
  now(): number;
  newToken(): string;
  /** Output of the newest successful attempt of a task run, from wherever it is kept. */
  readOutput(run: ActiveRun, task: string): Promise<Json | undefined>;
  /** Artifacts of the newest successful attempt of a task. */
  readArtifacts(run: ActiveRun, task: string): Promise<ArtifactRow[]>;
  /** A run has ended, within the turn: for what counts runs. */
  runEnded?(run: ActiveRun, status: RunStatus): void;
  /** Makes the run ready that an attempt asks for. Rejects with a Refusal when there can be none. */
  prepareChild(open: OpenAttempt, wanted: ChildRequest): Promise<{ run: ActiveRun; beginning: Beginning }>;
  /** Outputs of the leaves of a run, by task. */
  outputsOfRun(runId: string): Promise<JsonObject>;
  /** Brings a decision into a later turn. */
  later(decide: () => void): void;
  /** The same for facts that nothing follows from: they may wait some milliseconds for company. */
  soon(decide: () => void): void;
  /** The same, and resolves once that turn is stored. */
  decided(decide: () => void): Promise<void>;
}

type Admitted = Extract<AdmissionDecision, { type: 'admitted' }>;

const postponedKey = ({ run, task, index, attempt }: Omit<Admitted, 'type'>): string => `${run}/${task}#${index}@${attempt}`;

/**
 * Both machines in one place: events go in, and everything that follows from them at once is decided before the call
 * returns. It does nothing itself; the turn it fills says what to write and then to do. Shared by the embedded and the
 * inline host, so that the same statuses come out of both.
 */
export class Decider {
  readonly runs = new Map<string, ActiveRun>();
  /** Open attempts of all runs, by id. */
  readonly attempts = new Map<string, OpenAttempt>();
  readonly admission = newAdmission();
  turn = new Turn();
  private queue: AdmissionDecision[] = [];
  private admitting = true;
  /** Admitted by the machine, and not yet begun: too many at once. By request, since one that is given back must not begin. */
  private readonly postponed = new Map<string, Admitted>();
  private begun = 0;

  /** `mostAtOnce`: so many attempts begin before `beginMore` is asked. */
  constructor(
    readonly outside: DeciderOutside,
    private readonly mostAtOnce = Infinity,
  ) {}

  /**
   * From now on nothing begins any more, neither runs nor attempts: what would be admitted stays as it is stored, and the
   * next engine asks for it again. For a stop in order.
   */
  stopAdmitting(): void {
    this.admitting = false;
  }

  /** Takes the turn away, to be written; the next decisions go into a new one. */
  takeTurn(): Turn {
    // Closing may cancel child runs, which others may wait for as their past.
    for (const run of this.turn.runs) closeParked(this, run);
    this.noticePast();
    if (this.postponed.size > 0) this.outside.later(() => this.beginMore());
    this.begun = 0;
    const { turn } = this;
    this.turn = new Turn();
    return turn;
  }

  /** A run begins. Gives why it must not (`concurrency: skip`), and then it is as if it had never been. */
  create(run: ActiveRun, events: { queued: Extract<AdmissionEvent, { type: 'runQueued' }>; created: RunEvent }): Reason | null {
    const { out } = admit(this.admission, events.queued);
    const refusal = out.find((decision) => decision.type === 'runRefused');
    if (refusal) return refusal.reason;
    this.runs.set(run.facts.id, run);
    this.step(run, events.created);
    this.queue.push(...out);
    this.settle();
    return null;
  }

  /**
   * Feeds an event to a run. Gives the reason when the machine refuses it; nothing is changed then.
   * @param next what `runMoved` moves it to
   */
  apply(run: ActiveRun, event: RunEvent, next?: NextVersion): string | null {
    const refused = this.step(run, event, next);
    this.settle();
    return refused;
  }

  /** Tells admission something that comes from no run (a pool, a limit), or from a run that is taken up again. */
  tell(event: AdmissionEvent): void {
    this.queue.push(...admit(this.admission, event).out);
    this.settle();
  }

  /**
   * Begins attempts that were postponed, in their order. Gives whether there were any. A fan-out of thousands is so begun and
   * ended in parts: what has not begun is stored as `scheduled`, and asks again after a crash.
   */
  beginMore(): boolean {
    if (this.postponed.size === 0) return false;
    this.begun = 0;
    for (const [key, decision] of this.postponed) {
      if (this.begun >= this.mostAtOnce) break;
      this.postponed.delete(key);
      this.decide(decision);
    }
    this.settle();
    return true;
  }

  /** As `tell`, from within a step: what follows is decided when the step is over. */
  ask(event: AdmissionEvent): void {
    if (event.type === 'released' && this.postponed.size > 0) this.postponed.delete(postponedKey(event));
    const { out } = admit(this.admission, event);
    if (out.length > 0) this.queue.push(...out);
  }

  /** Performs effects that follow from a state as it is stored: recovery. */
  perform(run: ActiveRun, effects: readonly RunEffect[]): void {
    for (const effect of effects) performEffect(this, run, effect);
    this.settle();
  }

  /** Forgets a run that was to begin, or to go on, and must not: as if it had never been taken up. */
  abandon(run: ActiveRun): void {
    this.runs.delete(run.facts.id);
    this.turn.runs.delete(run);
    for (const open of run.attempts.values()) this.attempts.delete(open.id);
    this.tell({ type: 'runEnded', run: run.facts.id });
  }

  /** Lets go of a run that has ended and holds nothing open. Gives whether it went. */
  evict(run: ActiveRun): boolean {
    if (run.attempts.size > 0 || !isRunFinished(runView(run.compiled.plan, run.state).status)) return false;
    return this.runs.delete(run.facts.id);
  }

  private step(run: ActiveRun, event: RunEvent, next?: NextVersion): string | null {
    const { refused, effects } = run.progress.step(event, next ? () => next.compiled.plan : null);
    if (refused !== null) return refused;
    if (next) {
      moveRun(this.turn, run, next);
      const { maxActiveTasks } = settingsOf(next.compiled.workflow);
      this.ask({ type: 'runLimited', run: run.facts.id, maxActiveTasks });
    }
    run.seq++;
    run.fresh.push(event);
    this.turn.runs.add(run);
    for (const effect of effects) performEffect(this, run, effect);
    return null;
  }

  private settle(): void {
    for (let at = 0; at < this.queue.length; at++) this.decide(this.queue[at]!);
    this.queue = [];
  }

  private decide(decision: AdmissionDecision): void {
    const run = this.runs.get(decision.run);
    if (!run) return;
    const at = this.outside.now();
    switch (decision.type) {
      case 'runAdmitted':
        if (this.admitting) this.step(run, { type: 'runAdmitted', at });
        break;
      case 'admitted': {
        if (!this.admitting) break;
        if (this.begun >= this.mostAtOnce) {
          this.postponed.set(postponedKey(decision), decision);
          break;
        }
        this.begun++;
        const { task, index, attempt } = decision;
        const ref = index < 0 ? { task } : { task, index };
        const token = this.findAttempt(run, task, index, attempt)?.token ?? this.outside.newToken();
        // Refused when the run was cancelled in this very turn: the slot goes back.
        if (this.step(run, { type: 'admitted', at, ...ref, attempt, token }) !== null)
          this.ask({ type: 'released', run: run.facts.id, task, index, attempt });
        break;
      }
      case 'pastSatisfied':
        this.step(run, { type: 'pastSatisfied', at, task: decision.task });
        break;
      case 'runSuperseded':
        this.step(run, { type: 'runCancelled', at, by: `superseded by ${decision.by}` });
        break;
      case 'runRefused':
        break;
    }
  }

  /** An attempt that is open: parked, when it asks for admission again. */
  private findAttempt(run: ActiveRun, task: string, index: number, attempt: number): OpenAttempt | undefined {
    return run.attempts.get(`${task}#${index}@${attempt}`);
  }

  /** Tasks that others wait for across runs may have ended in this turn. */
  private noticePast(): void {
    if (this.admission.past.size === 0) return;
    // A set is walked in the order of insertion and takes additions on the way.
    for (const run of this.turn.runs)
      if (this.admission.past.has(run.facts.id)) for (const change of pastChanges(run)) this.tell(change);
  }
}
