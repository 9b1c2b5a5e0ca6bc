import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { Store } from '#server/store/store.ts';

export interface SweepParts {
  store: Store;
  /** Folder of the artifacts' files, by id. */
  artifacts: string;
  /** For workflows that say nothing themselves (`settings.retention`); 0 keeps. */
  keepRuns: number;
  keepRunDays: number;
  /** For occurrences that led to no run, or whose run is gone; 0 keeps. */
  keepOccurrenceDays: number;
  /** Whether somebody works with a run just now, or waits for what it left: it stays. */
  inUse(runId: string): boolean | Promise<boolean>;
  /** Told when a workflow's runs go by age: they become due though nothing happens. */
  aging?(): void;
  /** Ends the sweep after the run under way. */
  signal?: AbortSignal;
}

/** What a sweep removed; keys of acts are not told. */
export interface Swept {
  runs: number;
  artifacts: number;
  occurrences: number;
}

const dayMs = 86_400_000;
const atOnce = 100;
/** Small rows without files. */
const rowsAtOnce = 1_000;
/** The self-check looks at those of the last two days. */
const leastOccurrenceDays = 2;
/** A request that got no answer may be sent again, and must find what the first one did. */
const keyedRunMs = dayMs;
const keyedActMs = 7 * dayMs;

/**
 * Removes occurrences that are too old and came to nothing, and finished runs that are too many or too old, with logs, events and artifacts; what its workflow says goes before
 * what the settings say. Never removes the newest run of a workflow, one that is in use, or (for a day) one that a request with a key made. `at` is ms since the epoch.
 * Files go before rows: whatever happens between, the next sweep finds the rest.
 */
export async function sweepRuns(parts: SweepParts, at: number): Promise<Swept> {
  const swept = nothingSwept();
  const scheduled = new Set((await parts.store.triggers.states()).map(({ workflowId }) => workflowId));
  for (const workflowId of await parts.store.workflows.ids()) {
    if (parts.signal?.aborted) break;
    await sweepTries(parts, workflowId, swept);
    await sweepExpired(parts, workflowId, at, swept);
    if (scheduled.has(workflowId)) await sweepOccurrences(parts, workflowId, at, swept);
  }
  // Most go with their runs; a run that is kept for ever may be acted on for ever.
  while (!parts.signal?.aborted && (await parts.store.runs.pruneActs(at - keyedActMs, rowsAtOnce)) === rowsAtOnce);
  return swept;
}

async function sweepExpired(parts: SweepParts, workflowId: string, at: number, swept: Swept): Promise<void> {
  const rule = await ruleOf(parts, workflowId, at);
  if (!rule) return;
  if (rule.endedBefore !== undefined) parts.aging?.();
  for (;;) {
    const expired = await parts.store.runs.expired(rule, atOnce);
    const free = await unused(parts, expired);
    for (const runId of free) {
      if (parts.signal?.aborted) return;
      await remove(parts, runId, swept);
    }
    // Those in use stay in the list: another page would be the same one.
    if (expired.length < atOnce || free.length === 0) return;
  }
}

/** Nothing need happen for these to grow old: a trigger whose instants are all skipped makes no run that would end. */
async function sweepOccurrences(parts: SweepParts, workflowId: string, at: number, swept: Swept): Promise<void> {
  const { keepOccurrenceDays: days, store, signal } = parts;
  if (days === 0) return;
  parts.aging?.();
  const before = at - Math.max(days, leastOccurrenceDays) * dayMs;
  while (!signal?.aborted) {
    const gone = await store.triggers.pruneOccurrences(workflowId, before, rowsAtOnce);
    swept.occurrences += gone;
    if (gone < rowsAtOnce) return;
  }
}

const nothingSwept = (): Swept => ({ runs: 0, artifacts: 0, occurrences: 0 });

/**
 * Removes the finished runs of tries that are no task's last one any more. Unlike the runs of a workflow they go at once:
 * whoever tries ten times in a minute should not leave ten results of up to 256 KiB for an hour.
 */
export async function sweepTries(parts: SweepParts, workflowId: string, swept: Swept = nothingSwept()): Promise<Swept> {
  for (;;) {
    const over = await parts.store.tries.leftOver(workflowId, atOnce);
    const free = await unused(parts, over);
    for (const runId of free) {
      if (parts.signal?.aborted) return swept;
      await remove(parts, runId, swept);
    }
    if (over.length < atOnce || free.length === 0) return swept;
  }
}

async function unused({ inUse }: SweepParts, runIds: readonly string[]): Promise<string[]> {
  const free: string[] = [];
  for (const runId of runIds) if (!(await inUse(runId))) free.push(runId);
  return free;
}

async function ruleOf({ store, keepRuns, keepRunDays }: SweepParts, workflowId: string, at: number) {
  const own = (await store.versions.newest(workflowId))?.definition.settings?.retention;
  const runs = own?.runs ?? keepRuns;
  const days = own?.days ?? keepRunDays;
  if (runs === 0 && days === 0) return null;
  return {
    workflowId,
    keyedSince: at - keyedRunMs,
    ...(runs > 0 ? { keepNewest: runs } : {}),
    ...(days > 0 ? { endedBefore: at - days * dayMs } : {}),
  };
}

async function remove({ store, artifacts }: SweepParts, runId: string, swept: Swept): Promise<void> {
  for (const { id } of await store.runs.artifacts(runId)) {
    await rm(path.join(artifacts, id), { recursive: true, force: true });
    swept.artifacts++;
  }
  if (await store.runs.purge(runId)) swept.runs++;
}
