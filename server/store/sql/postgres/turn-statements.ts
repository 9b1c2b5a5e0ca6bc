import {
  alertColumns,
  approvalColumns,
  approvalEndColumns,
  artifactColumns,
  attemptColumns,
  attemptPatchColumns,
  breakerColumns,
  childRunColumns,
  eventBatchColumns,
  logColumns,
  occurrenceColumns,
  runActColumns,
  runColumns,
  runPatchColumns,
  snapshotColumns,
  taskRunColumns,
  triggerStateColumns,
} from '../../turn-columns.ts';

const quoted = (columns: readonly string[], table = ''): string => columns.map((column) => `${table}"${column}"`).join(', ');
/** All rows in one parameter: a JSON list whose keys are the columns. */
const insert = (table: string, columns: readonly string[], tail = ''): string =>
  `INSERT INTO "${table}" (${quoted(columns)})
   SELECT ${quoted(columns)} FROM json_populate_recordset(NULL::"${table}", $1::json) ${tail}`;
/** A JSON object over a row: keys that are there replace the row's values, null included; others keep them. */
const overlay = (row: string, columns: readonly string[]): string =>
  `(${quoted(columns)}) = (SELECT ${quoted(columns, 'merged.')} FROM jsonb_populate_record(${row}, p."set") merged)`;

/** Statements of the hot path, by name: prepared on the server once for a connection. Each takes all rows as one JSON value. */
export const turnStatements = {
  occurrences: insert('occurrence', occurrenceColumns, 'ON CONFLICT DO NOTHING RETURNING "workflowId", "triggerId", "at"'),
  newRuns: insert('run', runColumns),
  runs: `UPDATE "run" r SET ${overlay('r', runPatchColumns)}
    FROM jsonb_to_recordset($1::jsonb) AS p("id" text, "set" jsonb) WHERE r."id" = p."id" RETURNING r."id"`,
  lastSeqs: `SELECT r."id", COALESCE((SELECT b."lastSeq" FROM "event_batch" b WHERE b."runId" = r."id"
      ORDER BY b."firstSeq" DESC LIMIT 1), 0) AS "lastSeq"
    FROM "run" r WHERE r."id" IN (SELECT json_array_elements_text($1::json))`,
  events: insert('event_batch', eventBatchColumns),
  taskRuns: insert(
    'task_run',
    taskRunColumns,
    `ON CONFLICT ("runId", "task", "mapIndex") DO UPDATE SET "status" = excluded."status", "attempt" = excluded."attempt",
       "startedAt" = excluded."startedAt", "endedAt" = excluded."endedAt", "reason" = excluded."reason"`,
  ),
  goneTaskRuns: `DELETE FROM "task_run" t USING json_to_recordset($1::json) AS p("runId" text, "task" text)
    WHERE t."runId" = p."runId" AND t."task" = p."task" AND t."mapIndex" = -1`,
  movedRuns: `WITH p AS (
      SELECT * FROM json_to_recordset($1::json) AS p("runId" text, "version" int, "params" text, "goneTasks" json)
    ), gone AS (
      DELETE FROM "task_run" t USING p CROSS JOIN LATERAL json_array_elements_text(p."goneTasks") AS g("task")
      WHERE t."runId" = p."runId" AND t."task" = g."task"
    )
    UPDATE "run" r SET "version" = p."version", "params" = p."params" FROM p WHERE r."id" = p."runId"`,
  newAttempts: insert('attempt', attemptColumns),
  attempts: `UPDATE "attempt" a SET ${overlay('a', attemptPatchColumns)}
    FROM jsonb_to_recordset($1::jsonb) AS p("id" text, "token" text, "expected" text[], "set" jsonb)
    WHERE a."id" = p."id" AND a."token" = p."token" AND a."status" = ANY (p."expected") RETURNING a."id"`,
  artifacts: insert('artifact', artifactColumns),
  triggerStates: insert(
    'trigger_state',
    triggerStateColumns,
    `ON CONFLICT ("workflowId", "triggerId") DO UPDATE SET "decidedThrough" = GREATEST("trigger_state"."decidedThrough", excluded."decidedThrough")`,
  ),
  breakers: insert(
    'breaker',
    breakerColumns,
    `ON CONFLICT ("workflowId") DO UPDATE SET ${breakerColumns
      .slice(1)
      .map((column) => `"${column}" = excluded."${column}"`)
      .join(', ')}`,
  ),
  snapshots: insert(
    'snapshot',
    snapshotColumns,
    `ON CONFLICT ("runId") DO UPDATE SET "seq" = excluded."seq", "machine" = excluded."machine", "state" = excluded."state"
     WHERE excluded."seq" >= "snapshot"."seq"`,
  ),
  logs: insert('log_chunk', logColumns),
  // Asked again after a crash by the same attempt: the row is there.
  approvals: insert('approval', approvalColumns, 'ON CONFLICT DO NOTHING'),
  approvalEnds: `UPDATE "approval" a SET ${approvalEndColumns.map((column) => `"${column}" = p."${column}"`).join(', ')}
    FROM json_populate_recordset(NULL::"approval", $1::json) AS p WHERE a."attemptId" = p."attemptId" AND a."status" = 'waiting'`,
  childRuns: insert('child_run', childRunColumns),
  runActs: insert('run_act', runActColumns),
  alerts: insert('alert', alertColumns, 'ON CONFLICT DO NOTHING'),
} as const;
