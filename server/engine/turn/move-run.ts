import { carryOver, movedTasks } from '#domain/run/carry-over.ts';
import type { ActiveRun } from './active-run.ts';
import { forgetJobs } from './attempt-job.ts';
import type { NextVersion } from './next-version.ts';
import type { Turn } from './turn.ts';

/**
 * Has a run in memory be one of another version, once the machine has moved it. What is stored of it is seen as of that
 * version as well, so that the turn writes no more than what differs; rows of tasks that fell away, or begin anew, go.
 */
export function moveRun(turn: Turn, run: ActiveRun, { version, compiled, params }: NextVersion): void {
  const from = run.compiled.plan;
  const { added, removed } = movedTasks(from, compiled.plan);
  turn.movedRuns.set(run, new Set([...(turn.movedRuns.get(run) ?? []), ...added, ...removed]));
  for (const open of run.attempts.values()) {
    const task = run.compiled.tasks.get(open.task);
    if (task && !compiled.tasks.has(open.task)) open.was = task;
  }
  run.storedState = carryOver(from, compiled.plan, run.storedState);
  run.facts = { ...run.facts, version, params };
  run.compiled = compiled;
  // Made again when they are asked for: their templates are those of the new version.
  run.lists.clear();
  forgetJobs(run);
}
