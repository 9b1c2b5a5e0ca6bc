import type { AdmissionDecision } from './events.ts';

interface Asker {
  run: string;
  task: string;
  wants: readonly string[];
}
interface PreviousRun {
  met: Set<string>;
  askers: Asker[];
}
/** Previous runs that somebody waits for, by run id. */
export type PastBook = Map<string, PreviousRun>;

/**
 * Tasks of the previous run that a task waits for (semantics.md, Past): itself, and with `waitForDownstream` its direct
 * downstreams as well; each must be success or skipped there.
 */
export function pastWants(
  task: string,
  past: { dependsOnPast: boolean; waitForDownstream: boolean } | undefined,
  downstream: readonly string[],
): string[] {
  if (!past || !(past.dependsOnPast || past.waitForDownstream)) return [];
  return past.waitForDownstream ? [task, ...downstream] : [task];
}

/** Notes who waits for the previous run, or answers at once when nothing is missing there or there is none. */
export function askPast(
  book: PastBook,
  event: { run: string; task: string; previous: string | null; wants: readonly string[]; met: readonly string[] },
): AdmissionDecision[] {
  const { run, task, previous, wants } = event;
  if (previous === null) return [{ type: 'pastSatisfied', run, task }];
  let entry = book.get(previous);
  if (!entry) book.set(previous, (entry = { met: new Set(), askers: [] }));
  for (const name of event.met) entry.met.add(name);
  if (!entry.askers.some((asker) => asker.run === run && asker.task === task)) entry.askers.push({ run, task, wants });
  return answer(book, previous, entry);
}

/** A task of a run has become success or skipped, or is so no more. */
export function changePast(book: PastBook, run: string, task: string, met: boolean): AdmissionDecision[] {
  const entry = book.get(run);
  if (!entry) return [];
  if (met) entry.met.add(task);
  else entry.met.delete(task);
  return met ? answer(book, run, entry) : [];
}

/** Forgets what a run that has ended was waiting for. */
export function leavePast(book: PastBook, run: string): void {
  for (const [previous, entry] of book) {
    entry.askers = entry.askers.filter((asker) => asker.run !== run);
    if (entry.askers.length === 0) book.delete(previous);
  }
}

/** What a task waits for in the previous run, or null when it does not wait for its past. */
export function pastMissing(book: PastBook, run: string, task: string): { previous: string; tasks: string[] } | null {
  for (const [previous, entry] of book) {
    const asker = entry.askers.find((each) => each.run === run && each.task === task);
    if (asker) return { previous, tasks: asker.wants.filter((name) => !entry.met.has(name)) };
  }
  return null;
}

function answer(book: PastBook, previous: string, entry: PreviousRun): AdmissionDecision[] {
  const out: AdmissionDecision[] = [];
  entry.askers = entry.askers.filter(({ run, task, wants }) => {
    if (!wants.every((name) => entry.met.has(name))) return true;
    out.push({ type: 'pastSatisfied', run, task });
    return false;
  });
  if (entry.askers.length === 0) book.delete(previous);
  return out;
}
