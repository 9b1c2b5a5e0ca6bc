import type { Workflow } from '#domain/definition/schema/workflow.ts';
import { criticalChain } from '#domain/forecast/critical-chain.ts';
import { quantile } from '#domain/forecast/quantile.ts';
import type { UsualDurations } from '#domain/forecast/usual.ts';
import { compilePlan, type Plan } from '#domain/run/plan.ts';
import { isRunFinished, type RunStatus } from '#domain/run/status.ts';
import { prepareScenario, type PreparedScenario } from './simulate-scenario.ts';
import type { Scenario } from './scenario.ts';
import type { Simulated } from './simulate.ts';
import { timesOf } from './times-of.ts';

/** In how many of the runs something happened to a task. */
export interface TaskOdds {
  failed: number;
  upstreamFailed: number;
  skipped: number;
  /** It needed more than one attempt. */
  retried: number;
  /** It was part of the chain that decided when the run was done. */
  critical: number;
}

/** What many simulated runs came to. Durations in ms. */
export interface ManyRunsResult {
  runs: number;
  /** Runs by how they ended; `running`: they never end. */
  ended: Partial<Record<RunStatus, number>>;
  makespan: { p5: number; p25: number; p50: number; p75: number; p95: number; min: number; max: number };
  /** Runs by makespan: equal parts from `min` to `max`. */
  bars: number[];
  tasks: Record<string, TaskOdds>;
}

const barCount = 40;

/** Simulates a scenario again and again, each run with a seed of its own: run `n` is always the same. Throws `PlanError` for a cyclic definition. */
export class ManyRuns {
  readonly #plan: Plan;
  readonly #one: PreparedScenario;
  readonly #ended: Partial<Record<RunStatus, number>> = {};
  readonly #makespans: number[] = [];
  readonly #tasks = new Map<string, TaskOdds>();

  constructor(workflow: Workflow, scenario: Scenario, usual: UsualDurations) {
    this.#plan = compilePlan(workflow);
    this.#one = prepareScenario(workflow, scenario, usual, this.#plan);
    for (const { id } of workflow.tasks)
      this.#tasks.set(id, { failed: 0, upstreamFailed: 0, skipped: 0, retried: 0, critical: 0 });
  }

  /** Runs made so far. */
  get runs(): number {
    return this.#makespans.length;
  }

  /** Makes so many more. */
  add(count: number): void {
    for (let i = 0; i < count; i++) this.#take(this.#one(String(this.runs)));
  }

  result(): ManyRunsResult {
    const sorted = [...this.#makespans].sort((a, b) => a - b);
    const min = sorted[0] ?? 0;
    const max = sorted.at(-1) ?? 0;
    const bars = Array.from({ length: max > min ? barCount : 1 }, () => 0);
    for (const value of sorted) {
      const bar = max > min ? Math.min(barCount - 1, Math.floor(((value - min) / (max - min)) * barCount)) : 0;
      bars[bar] = (bars[bar] ?? 0) + 1;
    }
    const at = (share: number): number => (sorted.length === 0 ? 0 : Math.round(quantile(sorted, share)));
    return {
      runs: this.runs,
      ended: { ...this.#ended },
      makespan: { p5: at(0.05), p25: at(0.25), p50: at(0.5), p75: at(0.75), p95: at(0.95), min, max },
      bars,
      tasks: Object.fromEntries([...this.#tasks].map(([task, odds]) => [task, { ...odds }])),
    };
  }

  #take(run: Simulated): void {
    this.#ended[run.run] = (this.#ended[run.run] ?? 0) + 1;
    this.#makespans.push(run.makespanMs);
    const seen = new Map<string, Set<keyof TaskOdds>>();
    const note = (name: string, what: keyof TaskOdds): void => {
      const task = name.replace(/\[\d+\]$/, '');
      const own = seen.get(task) ?? new Set();
      seen.set(task, own.add(what));
    };
    for (const [name, status] of Object.entries(run.tasks)) {
      if (status === 'failed' || status === 'cancelled') note(name, 'failed');
      else if (status === 'upstream_failed') note(name, 'upstreamFailed');
      else if (status === 'skipped') note(name, 'skipped');
      if ((run.attempts[name] ?? 0) > 1) note(name, 'retried');
    }
    if (isRunFinished(run.run)) {
      const { times, beganAt } = timesOf(run);
      for (const { task } of criticalChain(this.#plan, (id) => times.get(id) ?? null, beganAt)) note(task, 'critical');
    }
    for (const [task, own] of seen) {
      const odds = this.#tasks.get(task);
      if (odds !== undefined) for (const what of own) odds[what]++;
    }
  }
}
