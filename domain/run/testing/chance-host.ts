import type { Workflow } from '#domain/definition/schema/workflow.ts';
import type { RunEffect } from '../effects.ts';
import type { AttemptResult, RunEvent, TaskRunRef } from '../events.ts';
import { machineVersion } from '../machine-version.ts';
import { compilePlan, type Plan } from '../plan.ts';
import { taskRuns } from '../read.ts';
import { refText } from '../ref.ts';
import { isRunFinished } from '../status.ts';
import { newRun, transition, type RunState } from '../transition.ts';

type Open = TaskRunRef & { attempt: number };
const bad = (code: string, more: object = {}): AttemptResult => ({
  type: 'failed',
  error: { code, message: code },
  retry: 'policy',
  ...more,
});

/**
 * A host that lets chance decide what happens next among everything that may happen: admissions, starts, ends of every kind,
 * parking, losses, timers, acts of people. When its choices are used up it lets everything come to its end.
 */
export class ChanceHost {
  /** Of the version that the run is on. */
  plan: Plan;
  /** Of all versions; the run begins on version 1. */
  readonly plans: readonly Plan[];
  readonly events: RunEvent[] = [];
  readonly effects: RunEffect[] = [];
  state: RunState;
  at = 1000;
  readonly #choices: number[];
  readonly #asked = new Map<string, Open>();
  readonly #working = new Map<string, Open>();
  readonly #timers: RunEvent[] = [];
  readonly #past = new Set<string>();
  readonly #copies: number;

  constructor(
    workflow: Workflow,
    choices: readonly number[],
    /** Sees every event with the states around it. */
    readonly watch: (before: RunState, event: RunEvent, after: RunState) => void = () => undefined,
    /** Other versions that the run may be moved to. */
    others: readonly Workflow[] = [],
  ) {
    this.plans = [workflow, ...others].map(compilePlan);
    this.plan = this.plans[0]!;
    this.state = newRun(this.plan);
    this.#choices = [...choices].reverse();
    this.#copies = 3;
  }

  /** Runs until nothing can happen any more. */
  run(): this {
    const times = { logicalTime: 0, dataIntervalStart: 0, dataIntervalEnd: 0 };
    this.#send({ type: 'runCreated', at: this.at, runType: 'manual', ...times, params: {}, machine: machineVersion });
    this.#send({ type: 'runAdmitted', at: this.at });
    for (let step = 0; step < 2000; step++) {
      this.at += 1000;
      const choice = this.#choices.pop();
      if (choice !== undefined && this.#happen(choice)) continue;
      if (!this.#finish()) return this;
    }
    throw new Error('The run does not come to its end.');
  }

  #happen(choice: number): boolean {
    const possible = [...this.#possible(), ...this.#acts(choice)];
    if (possible.length === 0) return false;
    this.#send(possible[choice % possible.length]!);
    return true;
  }

  /** One event towards the end: whatever is open goes well. */
  #finish(): boolean {
    if (this.state.run.paused) this.#send({ type: 'runResumed', at: this.at, by: 'end' });
    const [next] = [
      ...this.#ends().filter(({ type }) => type !== 'attemptParked'),
      ...this.#starts(),
      ...this.#answers(),
      ...this.#due(),
    ];
    if (next === undefined) return false;
    this.#send(next);
    return true;
  }

  #possible(): RunEvent[] {
    return [...this.#starts(), ...this.#ends(), ...this.#answers(), ...this.#due()];
  }

  #starts(): RunEvent[] {
    if (this.state.run.paused) return [];
    return [...this.#asked.values()].map((open) => ({ type: 'admitted', at: this.at, ...open, token: 'token' }));
  }

  #ends(): RunEvent[] {
    const { at } = this;
    return [...this.#working.values()].flatMap((open): RunEvent[] => {
      const view = taskRuns(this.plan, this.state).find((seen) => refText(seen) === refText(open));
      if (view?.status === 'queued' && view.stopping === undefined) return [{ type: 'attemptStarted', at, ...open }];
      const end = (result: AttemptResult): RunEvent => ({ type: 'attemptEnded', at, ...open, result });
      const node = this.plan.indexOf.get(open.task);
      // It fell away with its version, and is told to end.
      if (node === undefined) return [end({ type: 'success' })];
      const children = [...this.plan.tasks[node]!.ports.keys()].sort();
      const list = (node * 7 + open.attempt) % (this.#copies + 1);
      const lists = Object.fromEntries(
        this.plan.scopes
          .filter((scope) => scope.sources.includes(node))
          .map((scope) => [scope.id, scope.entries.map(({ sources }) => (sources.includes(node) ? list : null))]),
      );
      const good: AttemptResult = { type: 'success', list, lists };
      const ends = [
        end(good),
        end(good),
        end(bad('exit')),
        end(bad('exit', { retry: 'never' })),
        end(bad('lost', { infra: true })),
        end({ type: 'skipped' }),
        end({ ...good, ports: children.slice(0, 1) }),
        end({ ...good, ports: [] }),
        end({ ...good, shortCircuit: 'descendants' }),
        end({ ...good, shortCircuit: 'children' }),
      ];
      if (view?.stopping !== undefined) return ends.slice(1, 3);
      return [
        ...ends,
        { type: 'attemptParked', at, ...open, as: 'up_for_reschedule', untilMs: at + 5000 },
        { type: 'attemptParked', at, ...open, as: 'awaiting_input', key: 'k' },
      ];
    });
  }

  #answers(): RunEvent[] {
    const parked = taskRuns(this.plan, this.state).filter(
      ({ status }) => status === 'awaiting_input' || status === 'up_for_reschedule',
    );
    const { at } = this;
    return [
      ...parked.map(({ task, index, attempt }): RunEvent => ({
        type: 'attemptWoken',
        at,
        task,
        ...(index === undefined ? {} : { index }),
        attempt,
      })),
      ...[...this.#past].map((task): RunEvent => ({ type: 'pastSatisfied', at, task })),
    ];
  }

  /** The next timer, with the time it was set for. Chance may be early or late for others. */
  #due(): RunEvent[] {
    this.#timers.sort((a, b) => a.at - b.at);
    const [next] = this.#timers;
    return next === undefined ? [] : [{ ...next, at: Math.max(next.at, this.at) }];
  }

  #acts(choice: number): RunEvent[] {
    if (choice % 11 !== 0) return [];
    const { at } = this;
    const by = 'chance';
    const views = taskRuns(this.plan, this.state);
    const { task, index } = views[choice % views.length]!;
    const ref = index === undefined || choice % 2 === 0 ? { task } : { task, index };
    const flag = (bit: number) => (choice & bit) !== 0;
    const reach = { upstream: flag(64), downstream: flag(128) };
    return [
      { type: 'tasksCleared', at, by, tasks: [ref], ...reach, onlyFailed: flag(256) },
      { type: 'tasksForced', at, by, tasks: [ref] },
      { type: 'taskMarked', at, by, ...ref, status: (['success', 'failed', 'skipped'] as const)[choice % 3]!, ...reach },
      this.state.run.paused ? { type: 'runResumed', at, by } : { type: 'runPaused', at, by },
      ...(choice % 33 === 0 ? [{ type: 'runCancelled', at, by } as const] : []),
      ...this.#moves(choice, { by, tasks: [ref], ...reach, onlyFailed: flag(256) }),
    ];
  }

  #moves(choice: number, act: { by: string; tasks: TaskRunRef[]; onlyFailed: boolean }): RunEvent[] {
    if (this.plans.length < 2) return [];
    const from = this.plans.indexOf(this.plan) + 1;
    const to = 1 + ((from + (choice % (this.plans.length - 1))) % this.plans.length);
    const used: Record<string, number> = {};
    for (const effect of this.effects)
      if (effect.type === 'startAttempt') used[effect.task] = Math.max(used[effect.task] ?? 0, effect.attempt);
    return [{ type: 'runMoved', at: this.at, ...act, from, to, params: {}, used }];
  }

  /** The plan of a version. */
  readonly planOf = (version: number): Plan | undefined => this.plans[version - 1];

  #send(event: RunEvent): void {
    const before = this.state;
    const next = transition(this.plan, before, event, this.planOf);
    if (
      event.type === 'retryDue' ||
      event.type === 'attemptTimedOut' ||
      event.type === 'attemptWoken' ||
      event.type === 'runTimedOut'
    )
      this.#drop(event);
    // An answer that comes too late is not given again.
    if (event.type === 'pastSatisfied') this.#past.delete(event.task);
    // What fell away with its version ends all the same.
    if (event.type === 'attemptEnded') this.#working.delete(refText(event));
    if (!next.ok) return;
    if (event.type === 'runMoved') this.plan = this.planOf(event.to)!;
    this.at = event.at;
    this.state = next.state;
    this.events.push(event);
    this.effects.push(...next.effects);
    if (event.type === 'admitted') this.#asked.delete(refText(event));
    if (event.type === 'attemptParked') this.#working.delete(refText(event));
    for (const effect of next.effects) this.#perform(effect);
    this.watch(before, event, next.state);
  }

  #drop(event: RunEvent): void {
    const at = this.#timers.findIndex(
      (timer) => timer.type === event.type && ('task' in timer && 'task' in event ? refText(timer) === refText(event) : true),
    );
    if (at >= 0) this.#timers.splice(at, 1);
  }

  #perform(effect: RunEffect): void {
    if (effect.type === 'askPast') this.#past.add(effect.task);
    else if (effect.type === 'setRunTimer') this.#timers.push({ type: 'runTimedOut', at: effect.atMs });
    else if (effect.type !== 'runFinished') {
      const { task, index, attempt } = effect;
      const open: Open = { task, ...(index === undefined ? {} : { index }), attempt };
      if (effect.type === 'requestAdmission') this.#asked.set(refText(open), open);
      else if (effect.type === 'releaseAdmission') this.#asked.delete(refText(open));
      else if (effect.type === 'startAttempt') this.#working.set(refText(open), open);
      else if (effect.type === 'setTimer')
        this.#timers.push({
          type: effect.timer === 'retry' ? 'retryDue' : effect.timer === 'timeout' ? 'attemptTimedOut' : 'attemptWoken',
          at: effect.atMs,
          ...open,
        });
    }
  }

  /** Whether the run has ended, and nothing is left open. */
  get settled(): boolean {
    return isRunFinished(this.state.run.status) && this.#working.size === 0 && this.#asked.size === 0;
  }
}
