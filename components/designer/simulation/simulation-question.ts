import type { Workflow } from '#domain/definition/schema/workflow.ts';
import type { UsualDurations } from '#domain/forecast/usual.ts';
import { compilePlan } from '#domain/run/plan.ts';
import { replay, type Replayed, type StoredRun } from '#domain/simulation/replay.ts';
import type { Scenario } from '#domain/simulation/scenario.ts';
import { prepareScenario } from '#domain/simulation/simulate-scenario.ts';
import type { Simulated } from '#domain/simulation/simulate.ts';

/** What the page asks its worker: one run, or with `stored` the replay of a stored one. */
export interface SimulationQuestion {
  workflow: Workflow;
  scenario: Scenario;
  usual: UsualDurations;
  stored: StoredRun | null;
  further: 'repeat' | 'success';
}

/** `fault`: a sentence, when nothing can be simulated. */
export type SimulationAnswer =
  { ok: true; run: Simulated; replayed: Omit<Replayed, 'run'> | null } | { ok: false; fault: string };

/** Answers a question; in the worker, or where there is none on the page's own thread. */
export function answerQuestion({ workflow, scenario, usual, stored, further }: SimulationQuestion): SimulationAnswer {
  try {
    if (stored === null) {
      const run = prepareScenario(workflow, scenario, usual, compilePlan(workflow))(null);
      return { ok: true, run, replayed: null };
    }
    const { run, ...replayed } = replay(workflow, stored, { given: scenario, usual, further });
    return { ok: true, run, replayed };
  } catch (error) {
    return { ok: false, fault: error instanceof Error ? error.message : String(error) };
  }
}
