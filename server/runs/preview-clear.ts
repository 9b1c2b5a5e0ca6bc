import type { TaskRunRef } from '#domain/run/events.ts';
import type { EngineCommands } from '#server/engine/commands.ts';
import { Refusal } from '#server/refusal.ts';
import type { RunRow, Store } from '#server/store/store.ts';
import { previewActOf, type ActedRun } from './preview-acts.ts';
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
}

/** What clearing would change in one run, or why nothing; `tasks` are those of the asked ones that the run has. */
export interface RunClearPreview extends ActedRun {
  tasks: TaskRunRef[];
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
  const tasks = wanted === undefined ? own.map((task) => ({ task })) : wanted.filter(({ task }) => known.has(task));
  if (tasks.length === 0) {
    const { number, logicalTime, status } = run;
    return { runId, number, logicalTime, status, tasks, refused: 'It has none of these tasks.', changes: [] };
  }
  const options = Object.fromEntries(Object.entries(act).filter(([, value]) => value !== undefined));
  return { ...(await previewActOf(engine, run, { type: 'clear', tasks, ...options })), tasks };
}
