import { decode } from '#domain/run/encode.ts';
import type { RunEvent } from '#domain/run/events.ts';
import { fold } from '#domain/run/fold.ts';
import { newRun } from '#domain/run/new-run.ts';
import { machineVersion } from '#domain/run/machine-version.ts';
import type { RunRow, Store } from '#server/store/store.ts';
import type { ActiveRun, ParentAttempt, RunFacts } from '../turn/active-run.ts';
import { newActiveRun } from '../turn/new-active-run.ts';
import { plansOf } from './plans-of.ts';
import type { VersionCache } from './version-cache.ts';

const page = 5_000;

/**
 * Brings a stored run back into memory: the newest snapshot of this machine, then the events after it; or `history`, all its
 * events, when they have been read. Rejects when its definition or its first event is missing (a defect of the store's content).
 */
export async function loadRun(
  store: Store,
  row: RunRow,
  versions: VersionCache,
  history?: readonly RunEvent[],
): Promise<ActiveRun> {
  const compiled = await versions.ofRun(row);
  if (history?.[0]?.type === 'runCreated') {
    const { first, planOf } = await plansOf(versions, row, compiled.plan, history);
    const state = fold(first, history, newRun(first), planOf);
    const parent = row.runType === 'child' ? await parentOf(store, row.id) : {};
    return newActiveRun({ ...factsOf(row, history[0]), ...parent }, compiled, { state, seq: history.length, snapshotSeq: 0 });
  }
  const [first] = await store.runs.events(row.id, 0, 1);
  if (first?.event.type !== 'runCreated') throw new Error(`Run ${row.id} has no first event.`);
  const snapshot = await store.runs.snapshot(row.id);
  const usable = snapshot?.machine === machineVersion ? snapshot : null;
  let seq = usable?.seq ?? 0;
  const read: RunEvent[] = [];
  for (;;) {
    const events = await store.runs.events(row.id, seq, page);
    read.push(...events.map(({ event }) => event));
    seq = events.at(-1)?.seq ?? seq;
    if (events.length < page) break;
  }
  const { first: plan, planOf } = await plansOf(versions, row, compiled.plan, read);
  const state = fold(plan, read, usable ? decode(plan, usable.state) : newRun(plan), planOf);
  const parent = row.runType === 'child' ? await parentOf(store, row.id) : {};
  return newActiveRun({ ...factsOf(row, first.event), ...parent }, compiled, { state, seq, snapshotSeq: usable?.seq ?? 0 });
}

async function parentOf(store: Store, runId: string): Promise<{ parent?: ParentAttempt }> {
  const link = await store.childRuns.get(runId);
  if (!link) return {};
  const { parentRunId, task, mapIndex, attempt, depth } = link;
  return { parent: { runId: parentRunId, task, ...(mapIndex < 0 ? {} : { index: mapIndex }), attempt, depth } };
}

function factsOf(row: RunRow, created: Extract<RunEvent, { type: 'runCreated' }>): RunFacts {
  return {
    id: row.id,
    number: row.number,
    workflowId: row.workflowId,
    version: row.version,
    runType: row.runType,
    logicalTime: row.logicalTime,
    dataIntervalStart: created.dataIntervalStart,
    dataIntervalEnd: created.dataIntervalEnd,
    params: row.params,
    triggerId: row.triggerId,
    createdBy: row.createdBy,
    createdAt: row.createdAt,
  };
}
