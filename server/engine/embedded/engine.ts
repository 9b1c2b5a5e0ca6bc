import { breakerReason } from '#domain/admission/breaker-gate.ts';
import type { RunEvent } from '#domain/run/events.ts';
import type { Store } from '#server/store/store.ts';
import { Scheduler } from '#server/scheduler/scheduler.ts';
import { systemClock } from '../clock.ts';
import { silentLog, type EngineLog } from '../engine-log.ts';
import type { ApprovalAnswer } from '../commands.ts';
import type { Performer } from '../perform/performer.ts';
import type { ActiveRun } from '../turn/active-run.ts';
import { attemptJob } from '../turn/attempt-job.ts';
import { childEnded } from '../turn/child-ended.ts';
import { Decider } from '../turn/decider.ts';
import { HostReports } from '../turn/reports.ts';
import { newToken } from '../turn/tokens.ts';
import { Alerts } from './alerts.ts';
import { Acts } from './acts.ts';
import { answerApproval } from './answer-approval.ts';
import { askPast } from './ask-past.ts';
import { afterCommit } from './after-commit.ts';
import { Breakers } from './breakers.ts';
import { Contested } from './contested.ts';
import { RunCreator } from './create-run.ts';
import type { EngineOptions } from './engine-options.ts';
import { InTurn } from './in-turn.ts';
import { News } from './news.ts';
import { patiently } from './patiently.ts';
import type { EffectHands } from './perform-effects.ts';
import { readArtifacts, readOutput } from './read-output.ts';
import { recover, type Recovery } from './recover.ts';
import { outputsOfRun } from './outputs-of-run.ts';
import { Pools } from './pools.ts';
import { prepareChild } from './prepare-child.ts';
import { Publishing } from './publishing.ts';
import { runEnd } from './run-end.ts';
import { RunNumbers } from './run-numbers.ts';
import { ScheduledRuns } from '#server/scheduler/scheduled-runs.ts';
import { TimerDriver } from './timer-driver.ts';
import { Tries } from './tries.ts';
import { TurnLoop } from './turn-loop.ts';
import { VersionCache } from './version-cache.ts';

/** What listeners hear of a run once it is stored. */
export type RunListener = (run: ActiveRun, events: readonly RunEvent[]) => void;

/** So many attempts begin before those that end within the turn are ended: a wide fan-out is then stored once, not twice. */
const mostAtOnce = 64;
/** Longest that a stop waits for the turn under way; a store that takes nothing must not hold it up. */
const settleMs = 2_000;

/** The embedded host: both machines, a store, a performer and the clock, wired together. Holds no rule of its own. */
export class Engine {
  readonly store: Store;
  readonly decider: Decider;
  readonly versions: VersionCache;
  readonly creator: RunCreator;
  readonly tries: Tries;
  readonly acts: Acts;
  readonly news: News;
  readonly scheduled: ScheduledRuns;
  readonly publishing: Publishing;
  readonly pools: Pools;
  readonly breakers: Breakers;
  readonly alerts: Alerts;
  readonly contested: Contested;
  readonly loop: TurnLoop;
  readonly startedAt: number;
  private readonly reports: HostReports;
  private performer: Performer | null = null;
  private readonly durations: TimerDriver;
  private readonly instants: TimerDriver;
  private readonly log: EngineLog;
  private readonly listeners = new Set<RunListener>();
  private readonly turnListeners = new Set<() => void>();

  constructor(private readonly options: EngineOptions) {
    const clock = options.clock ?? systemClock;
    const { store } = options;
    const now = () => clock.now();
    this.store = store;
    this.log = options.log ?? silentLog;
    this.startedAt = now();
    this.durations = new TimerDriver(() => clock.monotonic());
    this.instants = new TimerDriver(now);
    this.news = new News(this.startedAt);
    this.versions = new VersionCache(store);
    this.decider = new Decider(
      {
        now,
        newToken,
        readOutput: (run, task) => patiently(() => readOutput(store, run, task), options.pause),
        readArtifacts: (run, task) => patiently(() => readArtifacts(store, run, task), options.pause),
        runEnded: (run, status) => {
          this.breakers.runEnded(run, status);
          this.alerts.runEnded(run, status);
        },
        prepareChild: (open, wanted) => patiently(() => prepareChild(this.creator, this.decider, open, wanted), options.pause),
        outputsOfRun: (runId) => patiently(() => outputsOfRun(store, this.versions, runId), options.pause),
        later: (decide) => this.loop.later(decide),
        soon: (decide) => this.loop.soon(decide),
        decided: (decide) => this.loop.decided(decide),
      },
      mostAtOnce,
    );
    this.reports = new HostReports(this.decider);
    const { decider, versions } = this;
    const hands: EffectHands = {
      performer: () => this.performerOrThrow(),
      jobOf: (open) => attemptJob(decider, open),
      durations: this.durations,
      instants: this.instants,
      now,
      monotonic: () => clock.monotonic(),
      later: (decide) => this.loop.later(decide),
      readOutput: (run, task) => patiently(() => readOutput(store, run, task), options.pause),
      readLastLog: (id) => patiently(() => store.runs.lastLog(id), options.pause),
      crashed: (error) => this.crash(error),
      childEnded: (run) =>
        void patiently(() => runEnd(store, run.facts.id), options.pause).then(
          (end) => end && this.loop.later(() => childEnded(decider, run, end)),
          (error: unknown) => this.crash(error),
        ),
      askPast: ({ run, task }) =>
        void patiently(() => askPast(store, decider, run, task), options.pause).then(
          (decide) => this.loop.later(decide),
          (error: unknown) => this.crash(error),
        ),
    };
    this.contested = new Contested({
      decider,
      reports: this.reports,
      performer: () => this.performerOrThrow(),
      log: this.log,
      met: () => options.meter?.contested(),
    });
    const inTurn = new InTurn({ ...hands, reports: this.reports, beginMore: () => decider.beginMore() });
    this.loop = new TurnLoop({
      decider,
      store,
      now,
      performInTurn: (turn) => inTurn.perform(turn),
      ...(options.pause ? { pause: options.pause } : {}),
      ...(options.companyMs === undefined ? {} : { companyMs: options.companyMs }),
      committed: (turn, result) => {
        const { news, log, listeners, scheduled, contested } = this;
        afterCommit({ decider, hands, news, log, listeners, scheduled, contested }, turn, result);
        if (turn.alerts.length > 0) options.alertsStored?.();
        for (const look of [...this.turnListeners]) look();
      },
      measured: (durationMs, committed) => options.meter?.turn(durationMs, committed),
      crashed: (error) => this.crash(error),
    });
    const command = <T>(decide: () => T): Promise<T> => this.loop.command(decide);
    const alerts = (this.alerts = new Alerts({
      decider,
      instants: this.instants,
      now,
      later: (decide) => this.loop.later(decide),
      address: options.address ?? '',
    }));
    this.subscribe((run) => alerts.watch(run));
    this.breakers = new Breakers({
      store,
      decider,
      versions,
      log: this.log,
      now,
      command,
      opened: (workflow, breaker) =>
        alerts.circuitOpened(
          workflow,
          now(),
          breakerReason(breaker).replace('circuit-open: ', ''),
          breaker.failedRuns.at(-1) ?? null,
        ),
    });
    const { breakers } = this;
    const given = options.catalog;
    const catalog = typeof given === 'function' ? given : () => given;
    this.creator = new RunCreator({
      store,
      decider,
      versions,
      numbers: new RunNumbers(store),
      get catalog() {
        return catalog();
      },
      breakers,
      now,
      command,
    });
    this.tries = new Tries({ store, decider, creator: this.creator, now, command });
    this.pools = new Pools({ store, decider, command });
    this.acts = new Acts({
      store,
      decider,
      versions,
      get catalog() {
        return catalog();
      },
      now,
      command,
    });
    this.scheduled = new ScheduledRuns({
      scheduler: new Scheduler(),
      store,
      decider,
      creator: this.creator,
      breakers,
      instants: this.instants,
      loop: this.loop,
      log: this.log,
      now,
      crashed: (error) => this.crash(error),
    });
    const { meter } = options;
    if (meter) this.subscribe((run, events) => meter.stored(run, events));
    const { scheduled } = this;
    this.publishing = new Publishing({
      store,
      versions,
      scheduled,
      breakers,
      limits: (workflow, limits) => this.loop.later(() => decider.tell({ type: 'workflowChanged', workflow, limits })),
      get catalog() {
        return catalog();
      },
      now,
    });
  }

  /** Recovers what an earlier engine left, then begins to turn. */
  async start(): Promise<Recovery> {
    const { decider, store, versions, log } = this;
    const { catalog: given } = this.options;
    const catalog = typeof given === 'function' ? given() : given;
    const performer = (this.performer = await this.options.performer(this.reports));
    for (const { name, slots } of await store.pools.list()) decider.tell({ type: 'poolChanged', pool: name, slots });
    await this.breakers.load();
    const recovery = await recover({
      store,
      decider,
      performer,
      reports: this.reports,
      versions,
      catalog,
      log,
      now: () => this.now(),
    });
    for (const run of decider.runs.values()) this.alerts.watch(run);
    this.loop.start();
    if (this.options.schedule !== false) await this.scheduled.start();
    return recovery;
  }

  /**
   * Begins nothing more, lets work inside the engine end (`drainMs`), and closes; what is not over by then is lost without
   * being counted, and running processes stay for the next engine. The store is the caller's.
   */
  async stop(): Promise<void> {
    this.scheduled.stop();
    this.durations.stop();
    this.instants.stop();
    this.decider.stopAdmitting();
    // What was admitted before begins, so that nobody takes it for lost.
    await this.loop.settle(settleMs);
    await this.performer?.drain(this.options.drainMs ?? 0);
    await this.performer?.close();
    await this.loop.stop();
    this.durations.stop();
    this.instants.stop();
  }

  now(): number {
    return (this.options.clock ?? systemClock).now();
  }

  /** Gives a task that waits for a person its answer: `answerApproval`. */
  answer(input: ApprovalAnswer): Promise<void> {
    const { store, decider, loop } = this;
    const { mask } = this.options;
    const command = <T>(decide: () => T) => loop.command(decide);
    return answerApproval({ store, decider, now: () => this.now(), command, ...(mask ? { mask } : {}) }, input);
  }

  /** Hears of every run whose events are stored, after they are. Gives a function that ends it. */
  subscribe(listener: RunListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Hears of every turn that is over, from the next one on; called once at once as well. Gives a function that ends it. */
  onTurn(look: () => void): () => void {
    this.turnListeners.add(look);
    queueMicrotask(() => this.turnListeners.has(look) && look());
    return () => this.turnListeners.delete(look);
  }

  private performerOrThrow(): Performer {
    if (!this.performer) throw new Error('The engine was not started.');
    return this.performer;
  }

  private crash(error: unknown): void {
    this.durations.stop();
    this.instants.stop();
    this.log.error({ error: error instanceof Error ? error.stack : String(error) }, 'the engine cannot go on');
    this.options.crashed(error);
  }
}
