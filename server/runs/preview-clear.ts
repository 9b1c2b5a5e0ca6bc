import type { TaskRunRef } from '#domain/run/events.ts';
import type { VersionChoice } from '#server/engine/run-act.ts';
import type { EngineCommands } from '#server/engine/commands.ts';
import { Refusal } from '#server/refusal.ts';
import type { RunRow, Store } from '#server/store/store.ts';
import { previewActOf, type MovedRun } from './preview-acts.ts';
import { requireRepeatable } from './require-repeatable.ts';

/** Runs that one act of a person may take in. */
const mostRuns = 200;

/** What is to be cleared in one run; without tasks: all it has. */
export interface ClearOfRun {
  runId: string;
  tasks?: TaskRunRef[] | undefined;
  upstream?: boolean | undefined;
  downstream?: boolean | undefined;
  onlyFailed?: boolean | undefined;
  spare?: TaskRunRef[] | undefined;
  version?: VersionChoice | undefined;
}

/** What clearing would change in one run, or why nothing; `tasks` are those of the asked ones that the run has. */
export interface RunClearPreview extends MovedRun {
  tasks: TaskRunRef[];
  /** The version that it is on. */
  version: number;
  /** The newest version when that is a newer one, and the run may be moved to it. */
  newer: number | null;
}

/**
 * What clearing would change in each of these runs, by the engine that would do it; by logical time when it goes over the
 * past or the future, else in the order asked. `past`, `future`: the same in all earlier or later runs of the workflow's
 * versions (of one run only, else 400 `clear.one-run`), the nearest ones when there are too many; `left`: how many are left out.
 */
export async function previewClear(
  store: Store,
  engine: Pick<EngineCommands, 'previewAct'>,
  input: { runs: ClearOfRun[]; past?: boolean | undefined; future?: boolean | undefined },
): Promise<{ previews: RunClearPreview[]; left: number }> {
  const asked = await Promise.all(input.runs.map(async (act) => ({ act, run: await requireRepeatable(store, act.runId) })));
  const { list, left } = await reach(store, asked, input);
  const previews: RunClearPreview[] = [];
  for (const { act, run } of list) previews.push(await preview(store, engine, act, run));
  return { previews, left };
}

interface Asked {
  act: ClearOfRun;
  run: RunRow;
}

async function reach(
  store: Store,
  asked: Asked[],
  { past, future }: { past?: boolean | undefined; future?: boolean | undefined },
): Promise<{ list: Asked[]; left: number }> {
  if (!past && !future) return { list: asked, left: 0 };
  const [one, ...more] = asked;
  if (!one || more.length > 0)
    throw new Refusal('clear.one-run', 'Past and future are those of one run. Name one run, or name all of them.', 400);
  const wanted = [...(past ? (['past'] as const) : []), ...(future ? (['future'] as const) : [])];
  const found = await Promise.all(wanted.map((which) => store.runs.around(one.run, which, Math.floor(mostRuns / wanted.length))));
  const runs = [one.run, ...found.flatMap(({ runs: rows }) => rows)];
  runs.sort((a, b) => a.logicalTime - b.logicalTime || a.number - b.number);
  return {
    list: runs.map((run) => ({ act: { ...one.act, runId: run.id }, run })),
    left: found.reduce((sum, { more: rest }) => sum + rest, 0),
  };
}

async function preview(
  store: Store,
  engine: Pick<EngineCommands, 'previewAct'>,
  { tasks: wanted, runId, ...act }: ClearOfRun,
  run: RunRow,
): Promise<RunClearPreview> {
  const own = (await store.runs.definition(runId))?.tasks.map(({ id }) => id) ?? [];
  const known = new Set(own);
  const newer = await newerVersion(store, run);
  const { version } = run;
  const tasks = wanted === undefined ? own.map((task) => ({ task })) : wanted.filter(({ task }) => known.has(task));
  if (tasks.length === 0) {
    const { number, logicalTime, status } = run;
    return {
      runId,
      number,
      logicalTime,
      status,
      tasks,
      refused: 'It has none of these tasks.',
      changes: [],
      version,
      newer,
      move: null,
    };
  }
  // Of many runs those that are on it already are cleared all the same.
  const { version: choice, ...rest } = act;
  const options = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  const onto = choice !== undefined && choice !== 'own' && newer !== null ? { version: choice } : {};
  return { ...(await previewActOf(engine, run, { type: 'clear', tasks, ...options, ...onto })), tasks, version, newer };
}

async function newerVersion(store: Store, run: RunRow): Promise<number | null> {
  if (run.version === 0) return null;
  const workflow = await store.workflows.get(run.workflowId);
  return workflow !== null && workflow.deletedAt === null && (workflow.version ?? 0) > run.version ? workflow.version : null;
}
