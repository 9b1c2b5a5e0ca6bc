import { readdirSync, statfsSync } from 'node:fs';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import { poolUse } from '#domain/admission/pool-use.ts';
import type { RunEvent } from '#domain/run/events.ts';
import { runView } from '#domain/run/read.ts';
import { isRunFinished, runStatuses, taskRunStatuses } from '#domain/run/status.ts';
import type { ActiveRun } from '../turn/active-run.ts';
import type { Decider } from '../turn/decider.ts';
import { LoopDelayWatch } from './loop-delay.ts';

const turnSeconds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5];

/** What the metrics look at when they are asked for. */
export interface Measured {
  decider: Decider;
  /** Whether the spawner is connected. */
  spawner(): boolean;
  /** Workflows whose circuit is not closed, by state. */
  breakers(): Record<'open' | 'half-open', number>;
  /** Whose disk is looked at. */
  dataDir: string;
}

/**
 * What Prometheus is told of the engine. Counters are raised where things happen; everything else is read when somebody
 * asks, so that a quiet engine stays quiet.
 */
export class EngineMetrics {
  private readonly registry = new Registry();
  private readonly delay = new LoopDelayWatch();
  private readonly counted = new WeakSet<ActiveRun>();
  private readonly commits: Counter;
  private readonly turns: Histogram;
  private readonly ended: Counter<'status'>;
  private readonly attempts: Counter<'outcome'>;
  private readonly lost: Counter;
  private readonly conflicts: Counter;
  private readonly alerts: Counter<'outcome'>;

  constructor(private readonly measured: Measured) {
    const registers = [this.registry];
    this.turns = new Histogram({
      name: 'drawloom_turn_duration_seconds',
      help: 'Time from the first decision of a turn until it was stored.',
      buckets: turnSeconds,
      registers,
    });
    this.commits = new Counter({ name: 'drawloom_commits_total', help: 'Turns that were written to the database.', registers });
    this.ended = new Counter({
      name: 'drawloom_runs_ended_total',
      help: 'Runs that ended since the engine started, by status.',
      labelNames: ['status'],
      registers,
    });
    this.attempts = new Counter({
      name: 'drawloom_attempts_ended_total',
      help: 'Attempts that ended since the engine started, by outcome.',
      labelNames: ['outcome'],
      registers,
    });
    this.lost = new Counter({
      name: 'drawloom_attempts_lost_total',
      help: 'Attempts that were lost to a failure of ours since the engine started; they burn no retry.',
      registers,
    });
    this.conflicts = new Counter({
      name: 'drawloom_attempt_conflicts_total',
      help: 'Attempts whose row somebody else changed since the engine started; their work was ended and counts as lost.',
      registers,
    });
    this.alerts = new Counter({
      name: 'drawloom_alerts_total',
      help: 'Tries to send an alert since the engine started, by outcome; again: it failed and is made again.',
      labelNames: ['outcome'],
      registers,
    });
    for (const outcome of ['sent', 'again', 'failed']) this.alerts.inc({ outcome }, 0);
    for (const status of runStatuses) if (isRunFinished(status)) this.ended.inc({ status }, 0);
    for (const outcome of ['success', 'failed', 'skipped']) this.attempts.inc({ outcome }, 0);
    this.addGauges(registers);
  }

  /** A turn is over. `durationMs` from its first decision until it was stored. */
  turn(durationMs: number, committed: boolean): void {
    if (!committed) return;
    this.turns.observe(durationMs / 1000);
    this.commits.inc();
  }

  /** A run's events are stored. */
  stored(run: ActiveRun, events: readonly RunEvent[]): void {
    // A person tries one task of a draft: nothing that dashboards or alerts should count.
    if (run.facts.runType === 'try') return;
    let success = 0;
    for (const event of events) {
      if (event.type !== 'attemptEnded') continue;
      if (event.result.type === 'success') success++;
      else this.attempts.inc({ outcome: event.result.type });
      if (event.result.type === 'failed' && event.result.infra) this.lost.inc();
    }
    if (success > 0) this.attempts.inc({ outcome: 'success' }, success);
    const { status } = runView(run.compiled.plan, run.state);
    if (!isRunFinished(status)) this.counted.delete(run);
    else if (events.length > 0 && !this.counted.has(run)) {
      this.counted.add(run);
      this.ended.inc({ status });
    }
  }

  /** Somebody else changed the row of an attempt. */
  contested(): void {
    this.conflicts.inc();
  }

  /** An alert was tried. */
  alert(outcome: 'sent' | 'again' | 'failed'): void {
    this.alerts.inc({ outcome });
  }

  /** Everything, in the text format of Prometheus. */
  text(): Promise<string> {
    return this.registry.metrics();
  }

  /** Watches nothing any more. */
  stop(): void {
    this.delay.stop();
  }

  private addGauges(registers: Registry[]): void {
    const { decider, spawner, breakers, dataDir } = this.measured;
    const { delay } = this;
    const plain = (name: string, help: string, read: () => number) =>
      new Gauge({
        name,
        help,
        registers,
        collect() {
          this.set(read());
        },
      });
    const startedAt = Date.now() / 1000 - process.uptime();
    plain('drawloom_engine_start_time_seconds', 'When the engine process began, seconds since the epoch.', () => startedAt);
    plain('drawloom_spawner_connected', '1 while the engine reaches its spawner.', () => (spawner() ? 1 : 0));
    plain('drawloom_engine_resident_memory_bytes', 'Resident memory of the engine process.', () => process.memoryUsage.rss());
    plain('drawloom_engine_heap_used_bytes', 'JavaScript heap in use.', () => process.memoryUsage().heapUsed);
    plain('drawloom_engine_cpu_seconds', 'CPU time of the engine process.', () => {
      const { user, system } = process.cpuUsage();
      return (user + system) / 1e6;
    });
    // Each is left out where the system does not say it.
    const maybe = (name: string, help: string, read: () => number) =>
      new Gauge({
        name,
        help,
        registers,
        collect() {
          try {
            this.set(read());
          } catch {
            this.remove();
          }
        },
      });
    maybe('drawloom_engine_open_files', 'File descriptors the engine holds.', () => readdirSync('/proc/self/fd').length);
    maybe('drawloom_data_free_bytes', 'Bytes left on the disk of the data directory.', () => {
      const { bavail, bsize } = statfsSync(dataDir);
      return bavail * bsize;
    });
    new Gauge({
      name: 'drawloom_breakers',
      help: 'Workflows whose circuit is not closed, by state.',
      labelNames: ['state'],
      registers,
      collect() {
        for (const [state, count] of Object.entries(breakers())) this.set({ state }, count);
      },
    });
    new Gauge({
      name: 'drawloom_event_loop_delay_seconds',
      help: 'How late the event loop was since the last question; zero for the first.',
      labelNames: ['quantile'],
      registers,
      collect() {
        const { p50, p99, max } = delay.read();
        this.set({ quantile: '0.5' }, p50);
        this.set({ quantile: '0.99' }, p99);
        this.set({ quantile: '1' }, max);
      },
    });
    new Gauge({
      name: 'drawloom_runs',
      help: 'Unfinished runs, by status.',
      labelNames: ['status'],
      registers,
      collect() {
        for (const [status, count] of countRuns(decider)) this.set({ status }, count);
      },
    });
    new Gauge({
      name: 'drawloom_task_runs',
      help: 'Task runs of the runs in memory (all unfinished ones), by status.',
      labelNames: ['status'],
      registers,
      collect() {
        for (const [status, count] of countTaskRuns(decider)) this.set({ status }, count);
      },
    });
    const pool = (name: string, help: string, read: (use: ReturnType<typeof poolUse>[number]) => number) =>
      new Gauge({
        name,
        help,
        labelNames: ['pool'],
        registers,
        collect() {
          this.reset();
          for (const use of poolUse(decider.admission)) this.set({ pool: use.name }, read(use));
        },
      });
    pool('drawloom_pool_slots', 'Slots of a pool; -1: no limit.', ({ slots }) => slots);
    pool('drawloom_pool_used_slots', 'Slots of a pool that are held.', ({ used }) => used);
    pool('drawloom_pool_queued', 'Tasks that wait for a slot of a pool.', ({ queued }) => queued);
  }
}

function countRuns(decider: Decider): Map<string, number> {
  const counts = new Map<string, number>([
    ['queued', 0],
    ['running', 0],
    ['paused', 0],
  ]);
  for (const run of decider.runs.values()) {
    const { status, paused } = runView(run.compiled.plan, run.state);
    if (isRunFinished(status)) continue;
    const key = paused ? 'paused' : status;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function countTaskRuns(decider: Decider): Map<string, number> {
  const counts = new Map<string, number>(taskRunStatuses.map((status) => [status, 0]));
  for (const run of decider.runs.values())
    for (const [status, count] of Object.entries(runView(run.compiled.plan, run.state).counts))
      counts.set(status, (counts.get(status) ?? 0) + count);
  return counts;
}
