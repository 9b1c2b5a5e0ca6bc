import type { AdmissionDecision } from '#domain/admission/events.ts';
import type { Workflow } from '#domain/definition/schema/workflow.ts';
import type { RunEffect } from '#domain/run/effects.ts';
import type { AttemptResult, RunEvent, TaskRunRef } from '#domain/run/events.ts';
import { machineVersion } from '#domain/run/machine-version.ts';
import { compilePlan, type Plan } from '#domain/run/plan.ts';
import { runView, taskRun } from '#domain/run/read.ts';
import { refOf, refText } from '#domain/run/ref.ts';
import { newRun, transition, type RunState } from '#domain/run/transition.ts';
import { Agenda } from './agenda.ts';
import { PretendAdmission } from './pretend-admission.ts';

/** An attempt that was pretended: when, and what became of it. `cut`: its end was forced from outside. */
export interface PretendedAttempt {
  task: string;
  index?: number;
  attempt: number;
  startedAt: number;
  endedAt: number;
  result: 'success' | 'failed' | 'skipped' | 'up_for_retry' | 'cut';
}

/**
 * Answers for the world: what an attempt does and how long it takes; whether the previous run lets a task start; how many
 * copies a mapped task or group has (by its id) when an answer does not tell.
 */
export interface PretendWorld {
  perform(ref: TaskRunRef, attempt: number): { result: AttemptResult; durationMs: number };
  pastSatisfied(task: string): boolean;
  copies?(scope: string): number | undefined;
}

/**
 * A host without a world: attempts answer what they are told to, time is a number. Without `pools` admission says yes at
 * once; with them the admission machine decides, by the limits of the workflow and pools of these sizes. It performs the
 * machine's effects as a real host does, so what it shows is what would happen.
 */
export class PretendHost {
  readonly plan: Plan;
  readonly events: RunEvent[] = [];
  readonly attempts: PretendedAttempt[] = [];
  state: RunState;
  now: number;
  readonly #agenda = new Agenda<RunEvent>();
  readonly #admission: PretendAdmission | null;
  readonly #running = new Map<string, PretendedAttempt>();

  constructor(
    readonly workflow: Workflow,
    public world: PretendWorld,
    options: { at?: number; plan?: Plan; pools?: Record<string, number> } = {},
  ) {
    this.plan = options.plan ?? compilePlan(workflow);
    this.state = newRun(this.plan);
    this.now = options.at ?? 0;
    this.#admission = options.pools === undefined ? null : new PretendAdmission(workflow, options.pools);
  }

  /** Creates and admits the run. */
  start(created: Partial<Extract<RunEvent, { type: 'runCreated' }>> = {}): void {
    const at = this.now;
    const times = { logicalTime: at, dataIntervalStart: at, dataIntervalEnd: at };
    this.deliver({ type: 'runCreated', at, runType: 'manual', ...times, params: {}, machine: machineVersion, ...created });
    if (this.#admission === null) this.deliver({ type: 'runAdmitted', at });
    else this.#admit(this.#admission.start(created.logicalTime ?? at));
  }

  /** Lets time go on until nothing is due any more. */
  runToEnd(): void {
    for (let next = this.#agenda.take(); next !== undefined; next = this.#agenda.take()) {
      this.now = Math.max(this.now, next.at);
      this.deliver(next.item);
    }
  }

  /** Gives an event to the machine and performs what follows. Gives the refusal, if there was one. */
  deliver(event: RunEvent): string | null {
    const before = this.state;
    const next = transition(this.plan, before, event);
    if (!next.ok) return next.refused;
    this.state = next.state;
    this.events.push(event);
    if (event.type === 'attemptEnded') this.#close(event);
    for (const effect of next.effects) this.#perform(effect);
    return null;
  }

  #perform(effect: RunEffect): void {
    const at = this.now;
    switch (effect.type) {
      case 'requestAdmission': {
        if (this.#admission !== null) {
          this.#admit(this.#admission.hear(effect));
          return;
        }
        const { task, index, attempt } = effect;
        const ref = index === undefined ? { task } : { task, index };
        this.#agenda.add(at, { type: 'admitted', at, ...ref, attempt, token: `${refText(ref)}@${attempt}` });
        return;
      }
      case 'releaseAdmission':
        if (this.#admission !== null) this.#admit(this.#admission.hear(effect));
        return;
      case 'startAttempt': {
        const { task, index, attempt } = effect;
        const ref = index === undefined ? { task } : { task, index };
        const { result, durationMs } = this.world.perform(ref, attempt);
        this.#running.set(refText(ref), { ...ref, attempt, startedAt: at, endedAt: at, result: 'cut' });
        this.deliver({ type: 'attemptStarted', at, ...ref, attempt });
        const ended = {
          type: 'attemptEnded',
          at: at + durationMs,
          ...ref,
          attempt,
          result: this.#withLists(task, result),
        } as const;
        this.#agenda.add(ended.at, ended);
        return;
      }
      case 'stopAttempt': {
        const { task, index, attempt, why } = effect;
        const ref = index === undefined ? { task } : { task, index };
        const result: AttemptResult = { type: 'failed', error: { code: why, message: why }, retry: 'policy' };
        this.#agenda.add(at, { type: 'attemptEnded', at, ...ref, attempt, result });
        return;
      }
      case 'setTimer': {
        const { task, index, attempt, timer, atMs } = effect;
        const ref = index === undefined ? { task } : { task, index };
        const type = timer === 'retry' ? 'retryDue' : timer === 'timeout' ? 'attemptTimedOut' : 'attemptWoken';
        this.#agenda.add(atMs, { type, at: atMs, ...ref, attempt });
        return;
      }
      case 'setRunTimer':
        this.#agenda.add(effect.atMs, { type: 'runTimedOut', at: effect.atMs });
        return;
      case 'askPast':
        if (this.world.pastSatisfied(effect.task)) this.#agenda.add(at, { type: 'pastSatisfied', at, task: effect.task });
        return;
      case 'runFinished':
    }
  }

  /** What admission decided happens now. */
  #admit(decisions: AdmissionDecision[]): void {
    const at = this.now;
    for (const decision of decisions) {
      if (decision.type === 'runAdmitted') this.#agenda.add(at, { type: 'runAdmitted', at });
      if (decision.type !== 'admitted') continue;
      const { task, index, attempt } = decision;
      this.#agenda.add(at, {
        type: 'admitted',
        at,
        ...refOf(task, index),
        attempt,
        token: `${refText(refOf(task, index))}@${attempt}`,
      });
    }
  }

  /** Tells the lengths that mapped tasks wait for: as recorded, of the list it gave, or one item when nobody said. */
  #withLists(task: string, result: AttemptResult): AttemptResult {
    const node = this.plan.indexOf.get(task)!;
    const scopes = this.plan.scopes.filter((scope) => scope.sources.includes(node));
    if (result.type !== 'success' || scopes.length === 0) return result;
    const told = scopes.map(({ id, entries }) => {
      const recorded = result.lists?.[id];
      const length = result.list ?? this.world.copies?.(id) ?? 1;
      return [id, entries.map(({ sources }, at) => (sources.includes(node) ? (recorded?.[at] ?? length) : null))] as const;
    });
    return { ...result, lists: Object.fromEntries(told) };
  }

  /** Notes how an attempt ended, from what the machine made of it. */
  #close(event: Extract<RunEvent, { type: 'attemptEnded' }>): void {
    const key = refText(event);
    const attempt = this.#running.get(key);
    if (attempt === undefined) return;
    this.#running.delete(key);
    attempt.endedAt = event.at;
    const view = taskRun(this.plan, this.state, event.task, event.index);
    const forced = event.result.type === 'failed' && ['cancelled', 'fail-fast', 'restarting'].includes(event.result.error.code);
    if (!forced && view !== null) attempt.result = resultOf(view.status, view.attempt > event.attempt);
    this.attempts.push(attempt);
  }

  /** Why a task run that asked for admission has not got it, in words; none when no limits are kept. */
  waitingFor(ref: TaskRunRef, attempt: number): string[] {
    return this.#admission?.reasons(ref, attempt) ?? [];
  }

  /** How the run stands. */
  get view(): ReturnType<typeof runView> {
    return runView(this.plan, this.state);
  }
}

function resultOf(status: string, again: boolean): PretendedAttempt['result'] {
  if (again || status === 'up_for_retry') return 'up_for_retry';
  return status === 'success' || status === 'failed' || status === 'skipped' ? status : 'cut';
}
