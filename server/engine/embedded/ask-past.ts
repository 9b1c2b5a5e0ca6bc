import { pastWants } from '#domain/admission/past.ts';
import { taskRuns } from '#domain/run/read.ts';
import type { RunRow, Store } from '#server/store/store.ts';
import type { ActiveRun } from '../turn/active-run.ts';
import { neighbours } from '../turn/compiled-version.ts';
import type { Decider } from '../turn/decider.ts';
import { metTasks } from '../turn/past-changes.ts';

const page = 200;

/**
 * Finds the run before this one (by logical time, then by number) and asks admission about it: `pastSatisfied` follows at
 * once, or when what is missing there has ended.
 */
export async function askPast(store: Store, decider: Decider, run: ActiveRun, task: string): Promise<() => void> {
  const wants = pastWants(task, run.compiled.tasks.get(task)?.past, neighbours(run.compiled, task, 'down'));
  const previous = await previousRun(store, decider, run);
  const stored = previous && !decider.runs.has(previous) ? metTasks(await store.runs.taskRuns(previous)) : [];
  const known = previous && !decider.runs.has(previous) ? await knownTasks(store, previous) : null;
  return () => {
    const active = previous === null ? undefined : decider.runs.get(previous);
    const met = active ? metTasks(taskRuns(active.compiled.plan, active.state)) : stored;
    // A task that the previous run's version did not have has no past there.
    const inPrevious = active ? (name: string) => active.compiled.tasks.has(name) : (name: string) => known?.has(name) ?? false;
    decider.tell({ type: 'pastAsked', run: run.facts.id, task, previous, wants: wants.filter(inPrevious), met });
  };
}

async function knownTasks(store: Store, runId: string): Promise<Set<string>> {
  const definition = await store.runs.definition(runId);
  return new Set(definition?.tasks.map(({ id }) => id));
}

const isBefore = (a: Pick<RunRow, 'logicalTime' | 'number'>, b: Pick<RunRow, 'logicalTime' | 'number'>): boolean =>
  a.logicalTime !== b.logicalTime ? a.logicalTime < b.logicalTime : a.number < b.number;

/** Id of the latest run of the workflow that comes before this one; runs in memory may be newer than the store knows. */
async function previousRun(store: Store, decider: Decider, run: ActiveRun): Promise<string | null> {
  const { workflowId } = run.facts;
  let best: { id: string; logicalTime: number; number: number } | null = null;
  const offer = (other: { id: string; logicalTime: number; number: number }) => {
    if (isBefore(other, run.facts) && (best === null || isBefore(best, other))) best = other;
  };
  for (const { facts } of decider.runs.values()) if (facts.workflowId === workflowId) offer(facts);
  for (let before: { createdAt: number; id: string } | undefined; ;) {
    const rows: RunRow[] = await store.runs.list({ workflowId, limit: page, ...(before ? { before } : {}) });
    for (const row of rows) if (row.version > 0 || run.facts.version === 0) offer(row);
    const last = rows.at(-1);
    // Runs are made in the order of logical time but for backfills, so the first page nearly always holds the answer.
    if (!last || rows.length < page || best !== null) break;
    before = { createdAt: last.createdAt, id: last.id };
  }
  return (best as { id: string } | null)?.id ?? null;
}
