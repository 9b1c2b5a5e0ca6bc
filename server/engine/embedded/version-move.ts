import { carryOver, movedTasks } from '#domain/run/carry-over.ts';
import { taskHash } from '#domain/definition/task-hash.ts';
import type { RunEvent } from '#domain/run/events.ts';
import { CodedFailure } from '#operators/runner.ts';
import { Refusal } from '#server/refusal.ts';
import type { Store } from '#server/store/store.ts';
import type { VersionChange } from '../run-act.ts';
import type { ActiveRun } from '../turn/active-run.ts';
import { tellKnownLists } from '../turn/map-lists.ts';
import { newActiveRun } from '../turn/new-active-run.ts';
import type { NextVersion } from '../turn/next-version.ts';
import { checkParams } from './check-params.ts';
import { readOutput } from './read-output.ts';
import type { VersionCache } from './version-cache.ts';

type Moved = Extract<RunEvent, { type: 'runMoved' }>;

/** A move made ready: what the event says beside the act, and what it leads to. */
export interface VersionMove {
  /** Seq and version of the run it was made for. */
  seq: number;
  from: number;
  next: NextVersion;
  said: Pick<Moved, 'from' | 'to' | 'params' | 'lists' | 'used'>;
}

/**
 * Reads what moving a run to the newest version needs, so that the turn itself waits for nothing. Refuses `version.draft` (409,
 * a run of a draft), `version.not-newer` (409), `version.not-newest` (409, `wanted` is a number and another is the newest),
 * `params.invalid` (422, the run's params do not fit the new version), `version.list` (409, a list of it cannot be made).
 */
export async function prepareMove(
  store: Store,
  versions: VersionCache,
  run: ActiveRun,
  wanted: 'newest' | number,
): Promise<VersionMove> {
  const { facts, seq } = run;
  if (facts.version === 0)
    throw new Refusal('version.draft', 'This run runs a draft, not a version. Clear it on its own, or start a new run.', 409);
  const newest = await versions.newest(facts.workflowId);
  if (!newest || newest.version <= facts.version)
    throw new Refusal(
      'version.not-newer',
      newest
        ? `The run is on version ${facts.version} already, and nothing newer is published. Clear it on its own version.`
        : 'The workflow is deleted, so there is no newer version. Clear the run on its own version.',
      409,
    );
  if (wanted !== 'newest' && wanted !== newest.version)
    throw new Refusal(
      'version.not-newest',
      `Version ${newest.version} is the newest, not ${wanted}. Look at what it changes, then ask again.`,
      409,
    );
  const { version, compiled } = newest;
  const params = paramsFor(newest, facts.params);
  const next: NextVersion = { version, compiled, params };
  const plan = run.compiled.plan;
  const state = carryOver(plan, compiled.plan, run.state);
  const there = {
    ...newActiveRun({ ...facts, version, params }, compiled, { state, seq, snapshotSeq: 0 }),
    outputs: run.outputs,
  };
  const used: Record<string, number> = {};
  for (const task of movedTasks(plan, compiled.plan).added)
    for (const { attempt } of await store.runs.attempts(facts.id, task)) used[task] = Math.max(used[task] ?? 0, attempt);
  const lists = await listsFor(store, there);
  return {
    seq,
    from: facts.version,
    next,
    said: {
      from: facts.version,
      to: version,
      params,
      ...(Object.keys(lists).length > 0 ? { lists } : {}),
      ...(Object.keys(used).length > 0 ? { used } : {}),
    },
  };
}

/** Whether the run has changed since in a way that the move did not see: its lists may be others. */
export function isStale(move: VersionMove, { facts, seq }: ActiveRun): boolean {
  const hasLists = move.next.compiled.plan.scopes.some(({ entries }) => entries.some(({ length }) => length === null));
  return facts.version !== move.from || (hasLists && seq !== move.seq);
}

/** What the move changes of the drawing, for a preview. */
export function versionChange(run: ActiveRun, { next, from }: VersionMove): VersionChange {
  const { added, removed } = movedTasks(run.compiled.plan, next.compiled.plan);
  const isNew = new Set(added);
  const changed = [...next.compiled.tasks.values()].filter((task) => {
    const before = run.compiled.tasks.get(task.id);
    return before !== undefined && !isNew.has(task.id) && taskHash(before) !== taskHash(task);
  });
  return { from, to: next.version, added, removed, changed: changed.map(({ id }) => id) };
}

function paramsFor(newest: { version: number; compiled: NextVersion['compiled'] }, params: NextVersion['params']) {
  try {
    return checkParams(newest.compiled.workflow.params, params);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const sentence = `The run's params do not fit version ${newest.version}: ${error.message} Start a new run with other params.`;
    throw new Refusal(error.code, sentence, error.status, error.details);
  }
}

async function listsFor(store: Store, run: ActiveRun) {
  try {
    return await tellKnownLists(run, (task) => readOutput(store, run, task));
  } catch (error) {
    if (!(error instanceof CodedFailure)) throw error;
    throw new Refusal('version.list', `Version ${run.facts.version} cannot make its lists from this run: ${error.message}`, 409);
  }
}
