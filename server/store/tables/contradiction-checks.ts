import type { Contradiction } from '../store.ts';

/** Newest runs that a check looks at. */
const runsSeen = 500;
/** Occurrences of the last two days before each trigger's mark are looked at. */
const occurrencesMs = 2 * 86_400_000;
/** Outputs are cut at 256 KiB; escapes of JSON come beside. */
const outputChars = 300 * 1024;

const newestRuns = `SELECT * FROM "run" ORDER BY "createdAt" DESC, "id" DESC LIMIT ${runsSeen}`;
/** CROSS: SQLite keeps the order, and goes through the few triggers; else it would go through all occurrences. */
const lately = `"trigger_state" t CROSS JOIN "occurrence" o WHERE o."workflowId" = t."workflowId" AND o."triggerId" = t."triggerId"
  AND o."at" >= t."decidedThrough" - ${occurrencesMs}`;
const occurrence = `o."workflowId" || '/' || o."triggerId" || ' at ' || CAST(o."at" AS TEXT)`;
const unfinished = `('none', 'scheduled', 'queued', 'running', 'up_for_retry', 'up_for_reschedule', 'deferred', 'awaiting_input', 'restarting')`;

/** One statement a check of an invariant of trust.md; each gives a column `subject`, and looks at the newest rows alone or along an index. */
export const contradictionChecks: { invariant: Contradiction['invariant']; message: string; sql: string }[] = [
  {
    invariant: 'I1',
    message: 'The occurrence was decided, but is neither a run nor a skip with a reason.',
    sql: `SELECT ${occurrence} AS subject FROM ${lately}
      AND ((o."outcome" = 'run' AND o."runId" IS NULL) OR (o."outcome" = 'skipped' AND o."reason" IS NULL))`,
  },
  {
    invariant: 'I1',
    message: 'The occurrence made a run that is not there, though older runs are kept.',
    sql: `SELECT ${occurrence} AS subject FROM ${lately}
      AND o."outcome" = 'run' AND o."runId" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "run" r WHERE r."id" = o."runId")
        AND EXISTS (SELECT 1 FROM "run" k WHERE k."workflowId" = o."workflowId" AND k."endedAt" < o."decidedAt")`,
  },
  {
    invariant: 'I2',
    message: 'Two occurrences made one run.',
    sql: `SELECT o."runId" AS subject FROM ${lately} AND o."runId" IS NOT NULL GROUP BY o."runId" HAVING COUNT(*) > 1`,
  },
  {
    invariant: 'I2',
    message: 'The run says it is scheduled, and no occurrence made it.',
    sql: `SELECT r."id" AS subject FROM (${newestRuns}) r WHERE r."runType" = 'scheduled' AND NOT EXISTS
      (SELECT 1 FROM "occurrence" o WHERE o."workflowId" = r."workflowId" AND o."triggerId" = r."triggerId"
        AND o."at" >= r."logicalTime" AND o."runId" = r."id")`,
  },
  // The first condition is that of the index of open attempts, word for word; together the columns are no index's, so that SQLite takes that one.
  {
    invariant: 'I3',
    message: 'Two attempts of the task run are under way at once.',
    sql: `SELECT a."runId" || '/' || a."task" || '[' || CAST(a."mapIndex" AS TEXT) || ']' AS subject FROM "attempt" a
      WHERE (a."status" = 'queued' OR a."status" = 'running' OR a."status" = 'parked') AND a."status" <> 'parked'
      GROUP BY a."runId" || '/' || a."task" || '[' || CAST(a."mapIndex" AS TEXT) || ']' HAVING COUNT(*) > 1`,
  },
  {
    invariant: 'I4',
    message: 'The attempt has ended without an instant, or is open with one.',
    sql: `SELECT a."id" AS subject FROM (${newestRuns}) r JOIN "attempt" a ON a."runId" = r."id"
      WHERE (a."status" IN ('queued', 'running', 'parked')) = (a."endedAt" IS NOT NULL)`,
  },
  {
    invariant: 'I4',
    message: 'The run has ended, and this task run of it has not.',
    sql: `SELECT t."runId" || '/' || t."task" || '[' || CAST(t."mapIndex" AS TEXT) || ']' AS subject
      FROM (${newestRuns}) r JOIN "task_run" t ON t."runId" = r."id"
      WHERE r."status" IN ('success', 'failed', 'cancelled') AND t."status" IN ${unfinished}`,
  },
  {
    invariant: 'I4',
    message: 'The run has ended without an instant, or goes on with one.',
    sql: `SELECT r."id" AS subject FROM (${newestRuns}) r
      WHERE (r."status" IN ('success', 'failed', 'cancelled')) = (r."endedAt" IS NULL)`,
  },
  {
    invariant: 'I11',
    message: 'The output that is kept is larger than it may be.',
    sql: `SELECT a."id" AS subject FROM (${newestRuns}) r JOIN "attempt" a ON a."runId" = r."id"
      WHERE LENGTH(a."output") > ${outputChars}`,
  },
  {
    invariant: 'I15',
    message: 'The occurrence is decided, and lies after what its trigger says is decided: it would fire again.',
    sql: `SELECT ${occurrence} AS subject FROM ${lately} AND o."at" > t."decidedThrough"`,
  },
  {
    invariant: 'I15',
    message: 'The occurrence was decided before it was due.',
    sql: `SELECT ${occurrence} AS subject FROM ${lately} AND o."decidedAt" < o."at"`,
  },
  {
    invariant: 'I17',
    message: 'The attempt failed, and does not say why.',
    sql: `SELECT a."id" AS subject FROM (${newestRuns}) r JOIN "attempt" a ON a."runId" = r."id"
      WHERE a."status" = 'failed' AND (a."errorCode" IS NULL OR a."error" IS NULL)`,
  },
  {
    invariant: 'I17',
    message: 'The run was cancelled, and does not say by whom.',
    sql: `SELECT r."id" AS subject FROM (${newestRuns}) r WHERE r."status" = 'cancelled' AND r."reason" IS NULL`,
  },
];
