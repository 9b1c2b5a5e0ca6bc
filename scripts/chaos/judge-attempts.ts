import type { AttemptRow, RunRow } from '#server/store/store.ts';
import type { LedgerEntry } from './ledger.ts';
import type { Violations } from './violations.ts';
import { order, withoutLedger } from './workflows.ts';

/** Clocks of two processes may differ by a tick. */
const slackMs = 20;
/** Retries of the workflows here are two at most. */
const mostOwnAttempts = 3;

const taskOf = ({ task, mapIndex }: AttemptRow): string => (mapIndex < 0 ? task : `${task}#${mapIndex}`);

/** The attempts of a run against what they wrote down themselves: I3, I5, I7, I12. */
export function judgeAttempts(
  run: RunRow,
  attempts: readonly AttemptRow[],
  ledger: ReadonlyMap<string, LedgerEntry>,
  violations: Violations,
): void {
  const byTask = new Map<string, AttemptRow[]>();
  for (const row of attempts) byTask.set(taskOf(row), [...(byTask.get(taskOf(row)) ?? []), row]);
  for (const [task, rows] of byTask) {
    if (rows.filter(({ infra }) => !infra).length > mostOwnAttempts)
      violations.blame('I5', `${run.id}/${task} has ${rows.length} attempts`);
    // Nobody clears anything in a campaign, so what succeeded is done, and may be something that must not be done twice.
    const done = Math.min(...rows.flatMap(({ status, attempt }) => (status === 'success' ? attempt : [])));
    let last = -Infinity;
    for (const row of rows.sort((a, b) => a.attempt - b.attempt)) {
      if (row.attempt > done) violations.blame('I3', `${row.id} began although attempt ${done} had succeeded`);
      if (row.endedAt === null) violations.blame('I12', `${row.id} is ${row.status}`);
      const entry = ledger.get(`${run.id} ${task} ${row.attempt}`);
      if (!entry) {
        if (row.status === 'success' && !withoutLedger.has(task))
          violations.blame('I3', `${row.id} succeeded, and nothing of it ran`);
        continue;
      }
      if (entry.begins.length > 1) violations.blame('I3', `${row.id} began ${entry.begins.length} times`);
      const began = entry.begins[0] ?? 0;
      if (began + slackMs < last)
        violations.blame('I3', `${row.id} began at ${began}, while the one before went on until ${last}`);
      last = Math.max(last, began, ...entry.ends);
      if (row.status === 'success' && entry.ends.length === 0) violations.blame('I3', `${row.id} succeeded before it had ended`);
    }
  }
  const own = [...ledger].filter(([, entry]) => entry.runId === run.id);
  for (const [key, { task, attempt }] of own)
    if (!byTask.get(task)?.some((row) => row.attempt === attempt)) violations.blame('I3', `${key} ran and is not stored`);
  const first = (task: string, of: 'begins' | 'ends') =>
    Math.min(...own.flatMap(([, entry]) => (entry.task === task ? entry[of] : [])));
  for (const [before, after] of order[run.workflowId] ?? [])
    if (Number.isFinite(first(after, 'begins')) && !(first(before, 'ends') <= first(after, 'begins') + slackMs))
      violations.blame('I7', `${run.id}: ${after} began before ${before} ended`);
}
