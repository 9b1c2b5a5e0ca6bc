import { pastWants } from '#domain/admission/past.ts';
import { taskRuns } from '#domain/run/read.ts';
import type { RunRow, Store } from '#server/store/store.ts';
import type { ActiveRun } from '../turn/active-run.ts';
import { neighbours } from '../turn/compiled-version.ts';
import type { Decider } from '../turn/decider.ts';
import { metTasks } from '../turn/past-changes.ts';

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

type Place = Pick<RunRow, 'id' | 'logicalTime' | 'number'>;

const isBefore = (a: Place, b: Place): boolean =>
  a.logicalTime !== b.logicalTime ? a.logicalTime < b.logicalTime : a.number < b.number;

/**
 * Id of the latest run of the workflow that comes before this one; runs in memory may be newer than the store knows. Runs of
 * drafts are nobody's past but that of other drafts.
 */
async function previousRun(store: Store, decider: Decider, run: ActiveRun): Promise<string | null> {
  const { workflowId, version } = run.facts;
  const drafts = version === 0;
  let best: Place | null = await store.runs.previous(run.facts, drafts);
  for (const { facts } of decider.runs.values()) {
    if (facts.workflowId !== workflowId || (facts.version === 0 && !drafts) || !isBefore(facts, run.facts)) continue;
    if (best === null || isBefore(best, facts)) best = facts;
  }
  return best?.id ?? null;
}
