import { outstanding } from '#domain/run/outstanding.ts';
import type { Manifest } from '#domain/definition/schema/manifest.ts';
import { runView, taskRun, taskRuns, type TaskRunView } from '#domain/run/read.ts';
import { isFinished } from '#domain/run/status.ts';
import type { AttemptRow, Store } from '#server/store/store.ts';
import type { EngineLog } from '../engine-log.ts';
import type { Performer, PerformerReports } from '../perform/performer.ts';
import type { ActiveRun } from '../turn/active-run.ts';
import { attemptJob } from '../turn/attempt-job.ts';
import { resumeRun } from '../turn/begin-run.ts';
import type { Decider } from '../turn/decider.ts';
import { hasLists, loadLists } from '../turn/map-lists.ts';
import type { OpenAttempt } from '../turn/open-attempt.ts';
import { loadRun } from './load-run.ts';
import { restoreAnswers } from './restore-answers.ts';
import { restoreChildren } from './restore-children.ts';
import type { VersionCache } from './version-cache.ts';

/** Runs whose events lie in memory at once while an engine starts. */
const historiesAtOnce = 500;

export interface RecoveryParts {
  store: Store;
  decider: Decider;
  performer: Performer;
  reports: PerformerReports;
  versions: VersionCache;
  catalog: readonly Manifest[];
  log: EngineLog;
  now(): number;
}

/** What became of the attempts that were open when the last engine ended. */
export interface Recovery {
  runs: number;
  adopted: number;
  ended: number;
  lost: number;
  strays: number;
}

/**
 * Takes up what an earlier engine left: unfinished runs come back into memory, every open attempt is classified by fact
 * (lives, has ended, is lost), processes that nobody should have are ended, and only then is anything asked for anew.
 * Writes nothing itself: what it decides is in the turn that follows, so it may be interrupted anywhere and begun again.
 */
export async function recover(parts: RecoveryParts): Promise<Recovery> {
  const { store, decider, performer, log } = parts;
  const rows = await store.runs.openAttempts();
  const runs = new Map<string, ActiveRun>();
  for (const run of await unfinishedRuns(parts)) runs.set(run.facts.id, run);
  // A run that has ended may still have had a process in its grace period.
  for (const { runId } of rows)
    if (!runs.has(runId)) {
      const row = await store.runs.get(runId);
      if (row) runs.set(runId, await loadRun(store, row, parts.versions));
    }
  for (const run of runs.values()) decider.runs.set(run.facts.id, run);
  const opened = rows.flatMap((row) => {
    const run = runs.get(row.runId);
    return run ? [{ row, open: reopen(decider, run, row) }] : [];
  });
  await restoreWoken(parts, runs);
  const decisions = await restoreChildren(parts, runs);
  const verdicts = await Promise.all(
    opened.map(async ({ row, open }) => ({
      row,
      open,
      verdict: row.status === 'parked' ? 'parked' : hasLeft(open) ? 'left' : await adopt(parts, row, open),
    })),
  );
  const lost = verdicts.filter(({ verdict }) => verdict === 'lost' || verdict === 'left');
  const current = new Set(verdicts.filter(({ verdict }) => verdict === 'adopted').map(({ row }) => row.token));
  // Nothing is asked for anew before strays are gone. With nothing to ask for they need not be waited for.
  const ending = performer.endStrays(current);
  const strays = verdicts.some(({ verdict }) => verdict !== 'parked') ? await ending : 0;
  ending.then(
    (ended) => ended > 0 && log.warn({ strays: ended }, 'ended processes that nobody looked after'),
    () => {},
  );
  const parked = new Set(verdicts.filter(({ verdict }) => verdict === 'parked').map(({ open }) => open));
  await tellLimits(parts, runs);
  // Those with work under way keep their places; the others come after, in their order, as far as there is room.
  const places = [...runs.values()].map((run) => ({ run, place: placeOf(run) }));
  for (const place of ['active', 'reopened', 'queued'] as const)
    for (const each of places) if (each.place === place) takeUp(decider, each.run, place, parked);
  for (const { open } of lost) loseAttempt(parts, open);
  // Timers, requests, questions about the past: everything that was outstanding.
  for (const run of runs.values()) decider.perform(run, outstanding(run.compiled.plan, run.state));
  // Children that ended when nobody listened.
  for (const decide of decisions) decide();
  const count = (verdict: string) => verdicts.filter((each) => each.verdict === verdict).length;
  const recovery = { runs: runs.size, adopted: count('adopted'), ended: count('ended'), lost: lost.length, strays };
  if (runs.size > 0) log.info({ ...recovery }, 'took up what an earlier engine left');
  return recovery;
}

/** The oldest first. Those without a snapshot are read many at a time. */
async function unfinishedRuns({ store, versions }: RecoveryParts): Promise<ActiveRun[]> {
  const rows = await store.runs.unfinished();
  const runs: ActiveRun[] = [];
  for (let from = 0; from < rows.length; from += historiesAtOnce) {
    const some = rows.slice(from, from + historiesAtOnce);
    const histories = await store.runs.histories(some.map(({ id }) => id));
    for (const row of some) runs.push(await loadRun(store, row, versions, histories.get(row.id)));
  }
  return runs;
}

/** Its task fell away when the run was moved to another version: its work was being ended, and now is. */
function hasLeft(open: OpenAttempt): boolean {
  const view = taskRun(open.run.compiled.plan, open.run.state, open.task, open.index);
  if (view !== null && view.status !== 'none') return false;
  open.stopped = 'cancelled';
  return true;
}

function reopen(decider: Decider, run: ActiveRun, row: AttemptRow): OpenAttempt {
  const open: OpenAttempt = {
    id: row.id,
    token: row.token,
    run,
    task: row.task,
    ...(row.mapIndex < 0 ? {} : { index: row.mapIndex }),
    attempt: row.attempt,
    stopped: null,
    parked: row.status === 'parked',
    woken: null,
  };
  if (taskRun(run.compiled.plan, run.state, open.task, open.index)?.status === 'awaiting_input') open.asks = true;
  run.attempts.set(`${row.task}#${row.mapIndex}@${row.attempt}`, open);
  decider.attempts.set(row.id, open);
  return open;
}

/** Attempts that go on after waiting get back what they were told. */
async function restoreWoken({ store, catalog }: RecoveryParts, runs: ReadonlyMap<string, ActiveRun>): Promise<void> {
  const waits = new Set(catalog.filter((each) => each.waits).map(({ type, version }) => `${type}@${version}`));
  for (const run of runs.values()) {
    const woken = [...run.attempts.values()].filter(({ task, index, parked }) => {
      const status = taskRun(run.compiled.plan, run.state, task, index)?.status;
      if (parked) return status === 'scheduled';
      return waits.has(run.compiled.tasks.get(task)?.operator ?? '');
    });
    if (woken.length > 0) await restoreAnswers(store, run.facts.id, woken);
  }
}

async function adopt({ store, decider, performer }: RecoveryParts, row: AttemptRow, open: OpenAttempt) {
  const { run, task } = open;
  if (!hasLists(run, task)) await loadLists(run, task, (name) => decider.outside.readOutput(run, name));
  return performer.adopt(row, attemptJob(decider, open), await store.runs.lastLog(row.id));
}

/** The limits of what is published now count, whatever the versions of the runs say. */
async function tellLimits({ decider, versions }: RecoveryParts, runs: ReadonlyMap<string, ActiveRun>): Promise<void> {
  for (const workflow of new Set([...runs.values()].map(({ facts }) => facts.workflowId))) {
    const limits = (await versions.newest(workflow))?.compiled.workflow.settings;
    if (limits) decider.tell({ type: 'workflowChanged', workflow, limits });
  }
}

type Place = 'active' | 'reopened' | 'queued' | null;

/** Where a run stands in the run queue. Of a running one of which nothing is under way nobody can say whether it had its place yet. */
function placeOf({ compiled: { plan }, state, attempts }: ActiveRun): Place {
  if (attempts.size > 0) return 'active';
  const { status } = runView(plan, state);
  if (status === 'queued') return 'queued';
  if (status !== 'running') return null;
  const waits = (view: TaskRunView) => isFinished(view.status) || view.status === 'none' || view.status === 'scheduled';
  return taskRuns(plan, state).every(waits) ? 'reopened' : 'active';
}

/** Admission learns of the run and of what it holds before anything new is asked for: no limit is exceeded. */
function takeUp(decider: Decider, run: ActiveRun, place: Exclude<Place, null>, parked: ReadonlySet<OpenAttempt>): void {
  const { plan } = run.compiled;
  const { paused } = runView(plan, run.state);
  resumeRun(decider, run, { active: place === 'active', reopened: place === 'reopened', paused });
  for (const open of run.attempts.values()) {
    const node = plan.indexOf.get(open.task);
    if (node === undefined || parked.has(open)) continue;
    const task = plan.tasks[node]!;
    decider.tell({
      type: 'held',
      run: run.facts.id,
      task: open.task,
      index: open.index ?? -1,
      attempt: open.attempt,
      pool: task.pool,
      slots: task.slots,
      priority: plan.priority[node] ?? 0,
      perWorkflow: run.compiled.tasks.get(open.task)?.limits?.perWorkflow,
      maxParallel: plan.scopes[task.scope]?.maxParallel ?? undefined,
    });
  }
}

/** Neither lives nor left its end: our own failure, counted apart from the task's retries. */
function loseAttempt(parts: RecoveryParts, open: OpenAttempt): void {
  parts.reports.ended(open.id, {
    outcome: {
      type: 'failed',
      error: { code: 'lost', message: 'lost: the engine or the machine went down, and its process is gone' },
      retry: 'policy',
      infra: true,
    },
    output: null,
    exitCode: null,
    endedAt: parts.now(),
    artifacts: [],
  });
}
