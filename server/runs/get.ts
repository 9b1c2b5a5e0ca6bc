import type { WorkflowFile } from '#domain/definition/schema/workflow.ts';
import type { RunEvent } from '#domain/run/events.ts';
import { Refusal } from '#server/refusal.ts';
import type { RunRow, Store } from '#server/store/store.ts';
import { earlierVersions, type EarlierVersion } from './earlier-versions.ts';
import { requireRun } from './require-run.ts';
import { withoutToken } from './without-token.ts';

export interface RunDetail {
  run: RunRow;
  /** What it runs: its version, or its own draft (version 0). */
  definition: WorkflowFile;
  /** Seq of the last event given here; the feed goes on after it. */
  seq: number;
  /** Version of the machine that wrote the snapshot; another one must fold all events instead. */
  machine: number | null;
  /** Newest snapshot, encoded by the machine, base64. */
  state: string | null;
  /** Events after the snapshot, in order. */
  events: { seq: number; event: RunEvent }[];
  definitionVersionExists: boolean;
  /** Versions that it was on before, as far as these events need them. */
  earlier: EarlierVersion[];
}

const page = 5_000;

/**
 * A run as the browser folds it: snapshot and later events, of one moment. `whole` leaves the snapshot out and gives every
 * event, for a machine of another version and for going back in time.
 */
export async function getRun(store: Store, runId: string, whole = false): Promise<RunDetail> {
  const run = await requireRun(store, runId);
  const [definition, snapshot] = await Promise.all([store.runs.definition(runId), whole ? null : store.runs.snapshot(runId)]);
  if (!definition) throw new Refusal('run.definition-missing', `What run ${run.number} ran is no longer stored.`, 404);
  const events: RunDetail['events'] = [];
  let seq = snapshot?.seq ?? 0;
  for (;;) {
    const more = await store.runs.events(runId, seq, page);
    for (const entry of more) events.push({ seq: entry.seq, event: withoutToken(entry.event) });
    seq = more.at(-1)?.seq ?? seq;
    if (more.length < page) break;
  }
  return {
    run,
    definition,
    seq,
    machine: snapshot?.machine ?? null,
    state: snapshot ? Buffer.from(snapshot.state).toString('base64') : null,
    events,
    definitionVersionExists: run.version > 0,
    earlier: await earlierVersions(
      store,
      run,
      events.map(({ event }) => event),
    ),
  };
}
