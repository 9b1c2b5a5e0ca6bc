import type { Breaker } from '#domain/admission/breaker.ts';
import type { Manifest } from '#domain/definition/schema/manifest.ts';
import { isRunFinished, type RunStatus } from '#domain/run/status.ts';
import type { EngineCommands } from '#server/engine/commands.ts';
import type { RunRow, Store } from '#server/store/store.ts';
import { draftSummaries } from './draft-summary.ts';
import { nameOf } from './name-of.ts';
import type { TriggerLine } from './trigger-line.ts';
import { versionSummaries } from './version-summary.ts';

/** Runs drawn as bars in the list. */
const bars = 14;

export interface WorkflowListEntry {
  id: string;
  project: string;
  name: string;
  tags: string[];
  enabled: boolean;
  version: number | null;
  updatedAt: number;
  owner: string | null;
  operators: string[];
  problems: { errors: number; warnings: number };
  triggers: (TriggerLine & { enabled: boolean })[];
  next: { at: number; triggerId: string } | null;
  recent: {
    runId: string;
    number: number;
    status: RunStatus;
    startedAt: number | null;
    endedAt: number | null;
    logicalTime: number;
  }[];
  running: { runId: string; startedAt: number | null }[];
  /** Its circuit breaker, while that is not closed. */
  breaker: Pick<Breaker, 'state' | 'failures' | 'trialAt'> | null;
}

function groupBy<T>(rows: T[], key: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}

/**
 * Every workflow with what its line shows, by name: a few statements and one question to the engine, however many there are.
 * An engine that does not answer leaves `next` empty.
 */
export async function listWorkflows(
  store: Store,
  engine: Pick<EngineCommands, 'nextOccurrences'>,
  names: ReadonlyMap<string, string>,
  catalog: readonly Manifest[],
): Promise<WorkflowListEntry[]> {
  const rows = await store.workflows.list();
  const [drafts, versions, states, recent, unfinished, breakers, upcoming] = await Promise.all([
    draftSummaries(store, catalog),
    versionSummaries(store, rows),
    store.triggers.states(),
    store.runs.recent(
      rows.map((row) => row.id),
      bars,
    ),
    store.runs.unfinished(),
    store.breakers.list(),
    engine.nextOccurrences().catch(() => []),
  ]);
  const off = new Set(states.filter((state) => !state.enabled).map((state) => `${state.workflowId} ${state.triggerId}`));
  const runsOf = groupBy(recent, (run) => run.workflowId);
  const runningOf = groupBy(
    unfinished.filter((run) => !isRunFinished(run.status)),
    (run) => run.workflowId,
  );
  const nextOf = new Map<string, { at: number; triggerId: string }>();
  for (const { workflowId, triggerId, at } of upcoming)
    if (at !== null && at < (nextOf.get(workflowId)?.at ?? Infinity)) nextOf.set(workflowId, { at, triggerId });

  const breakerOf = new Map(breakers.map((breaker) => [breaker.workflowId, breaker]));

  return rows.map((row) => {
    const draft = drafts.get(row.id);
    // What is switched on runs by its version; of the others the draft says what is meant.
    const meant = versions.get(row.id) ?? draft;
    const breaker = breakerOf.get(row.id);
    return {
      ...pickRow(row),
      owner: meant?.owner ?? nameOf(row.createdBy, names),
      operators: draft?.operators ?? [],
      problems: draft?.problems ?? { errors: 0, warnings: 0 },
      triggers: (meant?.triggers ?? []).map((line) => ({ ...line, enabled: !off.has(`${row.id} ${line.id}`) })),
      next: row.enabled ? (nextOf.get(row.id) ?? null) : null,
      recent: (runsOf.get(row.id) ?? []).map(bar).reverse(),
      running: (runningOf.get(row.id) ?? []).map((run) => ({ runId: run.id, startedAt: run.startedAt })),
      breaker: breaker && meant?.breakAfter != null ? notClosed(breaker) : null,
    };
  });
}

const notClosed = ({ state, failures, trialAt }: Breaker): WorkflowListEntry['breaker'] =>
  state === 'closed' ? null : { state, failures, trialAt };
const pickRow = ({
  id,
  project,
  name,
  tags,
  enabled,
  version,
  updatedAt,
}: WorkflowListEntry | Awaited<ReturnType<Store['workflows']['list']>>[number]) => ({
  id,
  project,
  name,
  tags,
  enabled,
  version,
  updatedAt,
});
const bar = ({ id, number, status, startedAt, endedAt, logicalTime }: RunRow) => ({
  runId: id,
  number,
  status,
  startedAt,
  endedAt,
  logicalTime,
});
