import type { EngineLog } from '#server/engine/engine-log.ts';
import type { Breakers } from '#server/engine/embedded/breakers.ts';
import type { PreparedRun, RunCreator } from '#server/engine/embedded/create-run.ts';
import type { TimerDriver } from '#server/engine/embedded/timer-driver.ts';
import type { TurnLoop } from '#server/engine/embedded/turn-loop.ts';
import type { ActiveRun } from '#server/engine/turn/active-run.ts';
import { beginRun } from '#server/engine/turn/begin-run.ts';
import type { Decider } from '#server/engine/turn/decider.ts';
import { Refusal } from '#server/refusal.ts';
import type { Store, VersionRow } from '#server/store/store.ts';
import { decideDue, type DueBatch, type DueDecision } from './decide-due.ts';
import type { ScheduledTrigger, Scheduler } from './scheduler.ts';
import { byTrigger, TriggerBook } from './trigger-book.ts';

/** When the store does not answer, what is due is looked at again after this. */
const retryMs = 1_000;
/** A workflow with so many runs in the queue gets no more until some of them have begun. */
const longestQueue = 500;

export interface ScheduledRunsParts {
  scheduler: Scheduler;
  store: Store;
  decider: Decider;
  creator: RunCreator;
  breakers: Pick<Breakers, 'skips' | 'trialAt' | 'enter' | 'withdraw'>;
  instants: TimerDriver;
  loop: TurnLoop;
  log: EngineLog;
  now(): number;
  crashed(error: unknown): void;
}

/** When nothing tells a trigger that it may go on, it looks again after this. */
const lookAgainMs = 60_000;

interface Prepared extends DueDecision {
  prepared: PreparedRun | null;
}
interface PreparedBatch {
  decisions: Prepared[];
  decidedThrough: number;
  /** Runs that began, once it is decided. */
  begun: number;
  wait: { notBefore?: number; busy?: boolean };
}

/** Makes runs of what falls due: each occurrence ends as one run or one recorded skip, in the turn that moves the high-water mark past it. */
export class ScheduledRuns {
  readonly book: TriggerBook;
  private stopped = false;
  private ticking: Promise<void> | null = null;

  constructor(private readonly parts: ScheduledRunsParts) {
    this.book = new TriggerBook(parts.store);
  }

  /** Takes up every workflow that is on, and makes up what its triggers say about what was missed. */
  async start(): Promise<void> {
    const { store, now } = this.parts;
    const states = await store.triggers.states();
    for (const version of await store.versions.enabled()) {
      const own = byTrigger(states.filter(({ workflowId }) => workflowId === version.workflowId));
      await this.load(version, own, now());
    }
    this.arm();
  }

  /** Looks at a workflow anew: published, switched, deleted, brought back. */
  async refresh(workflowId: string): Promise<void> {
    const { scheduler, store, now } = this.parts;
    const workflow = await store.workflows.get(workflowId);
    const version = workflow?.enabled && workflow.deletedAt === null ? await store.versions.newest(workflowId) : null;
    if (version) await this.load(version, await this.book.states(workflowId), now());
    else scheduler.set(workflowId, []);
    this.arm();
  }

  /** A run has ended: a continuous trigger begins its next one. */
  runEnded({ facts }: ActiveRun): void {
    if (facts.triggerId === null) return;
    const entry = this.parts.scheduler.find(facts.workflowId, facts.triggerId);
    if (entry?.trigger.type !== 'continuous' || !entry.busy) return;
    this.parts.scheduler.advance(entry, { busy: false });
    this.arm();
  }

  upcoming(): { workflowId: string; triggerId: string; at: number | null }[] {
    return this.parts.scheduler.upcoming();
  }

  stop(): void {
    this.stopped = true;
    this.parts.instants.clear('scheduler');
  }

  /** One look: decides everything that is due now, in one turn. Called by the timer, and by tests. */
  async runOnce(): Promise<void> {
    const { scheduler, now, loop, log } = this.parts;
    const due = scheduler.takeDue(now());
    if (due.length === 0) return;
    try {
      const batches = await Promise.all(due.map(async (entry) => ({ entry, batch: await this.prepare(entry) })));
      await loop.decided(() => {
        for (const { entry, batch } of batches) if (scheduler.has(entry)) batch.begun = this.decide(entry, batch);
      });
      for (const { entry, batch } of batches) {
        // A continuous trigger waits for the end of its run: not when none began, nor when it has ended within its own turn.
        const wait = !batch.wait.busy
          ? batch.wait
          : batch.begun === 0
            ? { notBefore: now() + lookAgainMs }
            : { busy: this.isUnderWay(entry.workflowId, entry.trigger.id) };
        scheduler.advance(entry, { decidedThrough: batch.decidedThrough, ...wait });
      }
    } catch (error) {
      log.error({ error: String(error) }, 'what is due could not be decided; it is looked at again');
      for (const entry of due) scheduler.advance(entry, { notBefore: now() + retryMs });
    }
  }

  private async load(version: VersionRow, states: Parameters<TriggerBook['read']>[2], now: number): Promise<void> {
    const { scheduler, log } = this.parts;
    const { workflowId } = version;
    const booked = await this.book.read(workflowId, version.definition, states, now);
    try {
      scheduler.set(
        workflowId,
        booked.map((each) => ({
          ...each,
          busy: each.trigger.type === 'continuous' && this.isUnderWay(workflowId, each.trigger.id),
        })),
      );
    } catch (error) {
      // A trigger that was published is sound; an older build may have seen that otherwise.
      log.error({ workflow: workflowId, error: String(error) }, 'its triggers cannot be read; nothing of it falls due');
      scheduler.set(workflowId, []);
    }
  }

  private isUnderWay(workflowId: string, triggerId: string): boolean {
    for (const { facts } of this.parts.decider.runs.values())
      if (facts.workflowId === workflowId && facts.triggerId === triggerId) return true;
    return false;
  }

  private async prepare(entry: ScheduledTrigger): Promise<PreparedBatch> {
    const { decider, breakers, now } = this.parts;
    const at = now();
    const queued = decider.admission.workflows.get(entry.workflowId)?.queue.size ?? 0;
    const later = (notBefore: number) => ({ decisions: [], decidedThrough: entry.decidedThrough, begun: 0, wait: { notBefore } });
    if (queued >= longestQueue) return later(at + retryMs);
    // It would be skipped once a second: it waits instead, and looks whether a person has closed the circuit meanwhile.
    if (entry.trigger.type === 'continuous' && (await breakers.skips(entry.workflowId, at)) !== null)
      return later(Math.min(breakers.trialAt(entry.workflowId) ?? Infinity, at + lookAgainMs));
    const batch =
      entry.trigger.type === 'continuous' ? continuous(at) : decideDue(entry.trigger, entry.seed, { ...entry, now: at });
    const decisions: Prepared[] = [];
    for (const decision of batch.decisions) decisions.push(await this.prepareRun(entry, decision, at));
    const wait = entry.trigger.type === 'continuous' ? { busy: true } : {};
    return { decisions, decidedThrough: batch.decidedThrough, begun: 0, wait };
  }

  private async prepareRun(entry: ScheduledTrigger, decision: DueDecision, at: number): Promise<Prepared> {
    if (decision.skip !== null) return { ...decision, prepared: null };
    const { occurrence, latest } = decision;
    const { trigger, workflowId } = entry;
    const open = await this.parts.breakers.skips(workflowId, at);
    if (open !== null) return { ...decision, skip: open, prepared: null };
    try {
      const prepared = await this.parts.creator.prepare(
        {
          workflowId,
          runType: 'scheduled',
          triggerId: trigger.id,
          logicalTime: occurrence.logicalTime,
          dataInterval: { start: occurrence.dataIntervalStart, end: occurrence.dataIntervalEnd },
          ...(trigger.params ? { params: trigger.params } : {}),
          by: null,
        },
        at,
      );
      return { ...decision, prepared: { ...prepared, beginning: { ...prepared.beginning, latest } } };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { ...decision, skip: `${error.code}: ${error.message}`, prepared: null };
    }
  }

  /** Gives how many runs began. */
  private decide(entry: ScheduledTrigger, { decisions, decidedThrough }: PreparedBatch): number {
    const { decider, now } = this.parts;
    const { workflowId, trigger } = entry;
    if (decisions.length === 0) return 0;
    let begun = 0;
    for (const { occurrence, skip, prepared } of decisions) {
      const reason = prepared ? this.begin(prepared) : skip;
      if (reason === null) begun++;
      decider.turn.occurrences.push({
        workflowId,
        triggerId: trigger.id,
        // The instant the schedule names: unlike the due instant it stays when somebody changes the spread of starts.
        at: occurrence.logicalTime,
        outcome: reason === null ? 'run' : 'skipped',
        reason,
        runId: reason === null && prepared ? prepared.run.facts.id : null,
        decidedAt: now(),
      });
    }
    decider.turn.triggerStates.set(`${workflowId}\n${trigger.id}`, {
      workflowId,
      triggerId: trigger.id,
      enabled: true,
      decidedThrough,
    });
    return begun;
  }

  /** Begins a run, if its circuit breaker and the limits let it; else gives why not. */
  private begin({ run, beginning }: PreparedRun): string | null {
    const { decider, breakers } = this.parts;
    const open = breakers.enter(run);
    if (open !== null) return open;
    const refused = beginRun(decider, run, beginning);
    if (refused) breakers.withdraw(run);
    return refused?.message ?? null;
  }

  private arm(): void {
    if (this.stopped) return;
    const next = this.parts.scheduler.nextAt();
    if (next === null) this.parts.instants.clear('scheduler');
    else this.parts.instants.set('scheduler', next, () => this.tick());
  }

  /** Looks never overlap; one that comes while another is under way is made up by `arm`. */
  private tick(): void {
    if (this.ticking) return;
    this.ticking = this.runOnce()
      .catch(this.parts.crashed)
      .finally(() => {
        this.ticking = null;
        this.arm();
      });
  }
}

/** A continuous trigger is due whenever no run of it is under way. */
function continuous(at: number): DueBatch {
  const occurrence = { at, logicalTime: at, dataIntervalStart: at, dataIntervalEnd: at };
  return { decisions: [{ occurrence, skip: null, latest: true }], decidedThrough: at, more: false };
}
