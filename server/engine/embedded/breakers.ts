import { breakerGate, breakerReason } from '#domain/admission/breaker-gate.ts';
import { newBreaker, type Breaker } from '#domain/admission/breaker.ts';
import { stepBreaker, type BreakerEvent } from '#domain/admission/step-breaker.ts';
import type { Workflow } from '#domain/definition/schema/workflow.ts';
import type { RunStatus } from '#domain/run/status.ts';
import { isRunFinished } from '#domain/run/status.ts';
import { Refusal } from '#server/refusal.ts';
import type { Store } from '#server/store/store.ts';
import type { EngineLog } from '../engine-log.ts';
import type { ActiveRun } from '../turn/active-run.ts';
import type { Decider } from '../turn/decider.ts';
import type { VersionCache } from './version-cache.ts';

export interface BreakerParts {
  store: Pick<Store, 'breakers' | 'runs'>;
  decider: Decider;
  versions: Pick<VersionCache, 'newest'>;
  log: EngineLog;
  now(): number;
  command<T>(decide: () => T): Promise<T>;
  /** A circuit has opened, because runs failed or by hand, within a turn. */
  opened(workflow: Workflow, breaker: Breaker): void;
}

/**
 * The circuit breakers of all workflows, in memory as they are stored: each change goes into the turn that brought it, so
 * that a run's end and what it does to the breaker are stored together or not at all.
 */
export class Breakers {
  private readonly known = new Map<string, Breaker>();

  constructor(private readonly parts: BreakerParts) {}

  /** Reads what is stored, before the first turn. A trial that nobody runs any more (its run was removed) is given up. */
  async load(): Promise<void> {
    const { store, now } = this.parts;
    for (const { workflowId, ...breaker } of await store.breakers.list()) this.known.set(workflowId, breaker);
    for (const [workflowId, { trialRun }] of this.known) {
      if (trialRun === null) continue;
      const row = await store.runs.get(trialRun);
      if (row && !isRunFinished(row.status)) continue;
      this.step(workflowId, { type: 'trialWithdrawn', at: now(), run: trialRun }, null);
    }
  }

  /** A run has ended, within a turn. */
  runEnded({ facts, compiled }: ActiveRun, status: RunStatus): void {
    if (status !== 'success' && status !== 'failed' && status !== 'cancelled') return;
    const before = this.of(facts.workflowId).state;
    this.step(
      facts.workflowId,
      { type: 'runEnded', at: this.parts.now(), run: facts.id, status, scheduled: facts.runType === 'scheduled' },
      thresholdOf(compiled),
    );
    // A trial that was cancelled told nothing: the circuit is open as it was.
    if (status === 'failed' && before !== 'open') this.tellOpened(compiled.workflow);
  }

  /** Why what falls due now would be skipped, or null: asked before a run is made ready for nothing. */
  async skips(workflowId: string, at: number): Promise<string | null> {
    const breaker = this.of(workflowId);
    if (breakerGate(breaker, at) !== 'skip') return null;
    const newest = await this.parts.versions.newest(workflowId);
    return newest && thresholdOf(newest.compiled) !== null ? breakerReason(breaker) : null;
  }

  /** Instant at which a breaker that skips should be asked again at the latest; null: nobody knows. */
  trialAt(workflowId: string): number | null {
    return this.of(workflowId).trialAt;
  }

  /** A scheduled run wants to begin, within a turn: null lets it (perhaps as the trial), else why it is skipped. */
  enter({ facts, compiled }: ActiveRun): string | null {
    const { workflowId, id } = facts;
    const at = this.parts.now();
    const threshold = thresholdOf(compiled);
    if (threshold === null) {
      this.step(workflowId, { type: 'settingGone', at }, null);
      return null;
    }
    const breaker = this.of(workflowId);
    const gate = breakerGate(breaker, at);
    if (gate === 'skip') return breakerReason(breaker);
    if (gate === 'trial') this.step(workflowId, { type: 'trialBegan', at, run: id }, threshold);
    return null;
  }

  /** A run that a person starts as the trial, within a turn. Refuses `breaker.not-open` (409). */
  enterTrial({ facts, compiled }: ActiveRun): void {
    const { workflowId, id } = facts;
    const event = { type: 'trialBegan', at: this.parts.now(), run: id, asked: true } as const;
    if (thresholdOf(compiled) !== null && this.step(workflowId, event, thresholdOf(compiled))) return;
    const busy = this.of(workflowId).state === 'half-open';
    throw new Refusal(
      'breaker.not-open',
      busy
        ? 'A trial run is under way already; wait for its end, or cancel it.'
        : 'The circuit of this workflow is closed, so there is nothing to try. Start an ordinary run.',
      409,
    );
  }

  /** The run that was let in could not begin, within a turn. */
  withdraw({ facts }: ActiveRun): void {
    this.step(facts.workflowId, { type: 'trialWithdrawn', at: this.parts.now(), run: facts.id }, null);
  }

  /** A new version is in force. */
  async published(workflowId: string): Promise<void> {
    if (this.of(workflowId).state === 'closed') return;
    const { command, now, versions } = this.parts;
    const newest = await versions.newest(workflowId);
    const gone = newest !== null && thresholdOf(newest.compiled) === null;
    await command(() => this.step(workflowId, { type: gone ? 'settingGone' : 'published', at: now() }, null));
  }

  /**
   * A person opens or closes it. Refuses `workflow.unpublished` (409), `breaker.none` (409, the workflow has no such setting)
   * and `breaker.unchanged` (409).
   */
  async set(workflowId: string, open: boolean, by: string | null): Promise<void> {
    const { versions, command, now } = this.parts;
    const newest = await versions.newest(workflowId);
    if (!newest) throw new Refusal('workflow.unpublished', 'This workflow has no version yet. Publish it first.', 409);
    const threshold = thresholdOf(newest.compiled);
    if (threshold === null)
      throw new Refusal(
        'breaker.none',
        'This workflow has no circuit breaker. Say in its settings after how many failed runs it opens, and publish it.',
        409,
      );
    await command(() => {
      const event = { type: open ? 'openedByHand' : 'closedByHand', at: now(), by: by ?? 'system' } as const;
      if (!this.step(workflowId, event, threshold))
        throw new Refusal('breaker.unchanged', `The circuit is ${open ? 'open' : 'closed'} already.`, 409);
      this.tellOpened(newest.compiled.workflow);
    });
  }

  /** Workflows whose circuit is not closed. */
  count(): Record<'open' | 'half-open', number> {
    const states = [...this.known.values()].map(({ state }) => state);
    return {
      open: states.filter((state) => state === 'open').length,
      'half-open': states.filter((state) => state === 'half-open').length,
    };
  }

  private tellOpened(workflow: Workflow): void {
    const breaker = this.of(workflow.id);
    if (breaker.state === 'open') this.parts.opened(workflow, breaker);
  }

  private of(workflowId: string): Breaker {
    return this.known.get(workflowId) ?? newBreaker;
  }

  /** Gives whether anything changed. */
  private step(workflowId: string, event: BreakerEvent, threshold: number | null): boolean {
    const before = this.of(workflowId);
    const after = stepBreaker(before, event, threshold);
    if (after === before) return false;
    this.known.set(workflowId, after);
    this.parts.decider.turn.breakers.set(workflowId, { workflowId, ...after });
    if (after.state !== before.state) {
      const { why, run } = after.history.at(-1)!;
      this.parts.log[after.state === 'open' ? 'warn' : 'info'](
        { workflow: workflowId, state: after.state, why, ...(run === undefined ? {} : { run }), failures: after.failures },
        `the circuit of a workflow is ${after.state}`,
      );
    }
    return true;
  }
}

const thresholdOf = ({ workflow }: ActiveRun['compiled']): number | null => workflow.settings?.autoPauseAfterFailures ?? null;
