import type { RunStatus } from '#domain/run/status.ts';
import type { EngineCommands } from '#server/engine/commands.ts';
import type { ReachedTaskRun, RunAct, VersionChange } from '#server/engine/run-act.ts';
import type { RunRow, Store } from '#server/store/store.ts';
import { requireRun } from './require-run.ts';

/** What an act would do in one run; or why nothing. */
export interface ActedRun extends Pick<RunRow, 'number' | 'logicalTime'> {
  runId: string;
  status: RunStatus;
  /** The machine's sentence. */
  refused: string | null;
  changes: ReachedTaskRun[];
}

/** `move`: what it means for the run to go on with another version. */
export interface MovedRun extends ActedRun {
  move: VersionChange | null;
}

/** What an act would do in each of these runs, by the engine that would do it, in the order asked. 404 `run.unknown`. */
export async function previewActs(
  store: Store,
  engine: Pick<EngineCommands, 'previewAct'>,
  runIds: readonly string[],
  act: RunAct,
): Promise<ActedRun[]> {
  const runs = await Promise.all(runIds.map((runId) => requireRun(store, runId)));
  const previews: ActedRun[] = [];
  for (const run of runs) previews.push(await previewActOf(engine, run, act));
  return previews;
}

/** The same of one run that has been read. */
export async function previewActOf(engine: Pick<EngineCommands, 'previewAct'>, run: RunRow, act: RunAct): Promise<MovedRun> {
  const { id: runId, number, logicalTime, status } = run;
  const answer = await engine.previewAct({ runId, act });
  return answer.ok
    ? { runId, number, logicalTime, status, refused: null, changes: answer.changes, move: answer.move ?? null }
    : { runId, number, logicalTime, status, refused: answer.refused.replace(/^[a-z.-]+: /, ''), changes: [], move: null };
}
