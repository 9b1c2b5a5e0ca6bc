import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import type { Store } from '../../store.ts';
import { aRun } from '../../testing/rows.ts';
import { sqliteStores } from '../../testing/sqlite-store.ts';

const stores = sqliteStores();
const before = { createdAt: 5, id: 'x' };
const page = { workflowId: 'w', limit: 50 };

/*
 * What a page reads of the tables, as SQLite says it: the index, and the columns by which it goes straight to its place. Without figures
 * about the rows (nobody runs ANALYZE) the plan is the same for ten rows and for ten million, so what is right here is right there. Whatever
 * a page is narrowed to must stand between the brackets: a condition that does not is tried on row after row.
 */
const pages: [string, (store: Store) => Promise<unknown>, string[]][] = [
  ['runs', ({ runs }) => runs.list({ limit: 50 }), ['SCAN x run_createdAt_id_idx']],
  [
    'runs, further down',
    ({ runs }) => runs.list({ limit: 50, before }),
    ['SEARCH x run_createdAt_id_idx ((createdAt,id)<(?,?))'],
  ],
  [
    'runs made between',
    ({ runs }) => runs.list({ limit: 50, from: 1, to: 9 }),
    ['SEARCH x run_createdAt_id_idx (createdAt>? AND createdAt<?)'],
  ],
  ['runs of a workflow', ({ runs }) => runs.list(page), ['SEARCH x run_workflowId_createdAt_id_idx (workflowId=?)']],
  [
    'runs of a workflow, further down',
    ({ runs }) => runs.list({ ...page, before }),
    ['SEARCH x run_workflowId_createdAt_id_idx (workflowId=? AND (createdAt,id)<(?,?))'],
  ],
  [
    'runs of two statuses',
    ({ runs }) => runs.list({ limit: 50, status: ['failed', 'running'], before }),
    ['SEARCH x run_status_runType_createdAt_id_idx (status=? AND runType=? AND (createdAt,id)<(?,?))'],
  ],
  [
    'runs of a kind',
    ({ runs }) => runs.list({ limit: 50, runType: ['webhook'], from: 1 }),
    ['SEARCH x run_status_runType_createdAt_id_idx (status=? AND runType=? AND createdAt>?)'],
  ],
  [
    'runs of a workflow, a status and a kind',
    ({ runs }) => runs.list({ ...page, status: ['failed'], runType: ['manual'] }),
    ['SEARCH x run_workflowId_status_runType_createdAt_id_idx (workflowId=? AND status=? AND runType=?)'],
  ],
  [
    'runs of a trigger',
    ({ runs }) => runs.list({ ...page, triggerId: 't', from: 1, to: 9 }),
    [
      'SEARCH x run_workflowId_triggerId_idx (workflowId=? AND triggerId=? AND status=? AND runType=? AND createdAt>? AND createdAt<?)',
    ],
  ],
  [
    'grid',
    ({ runs }) => runs.grid({ ...page, before }),
    ['SEARCH t PRIMARY KEY (runId=?)', 'SEARCH x run_workflowId_createdAt_id_idx (workflowId=? AND (createdAt,id)<(?,?))'],
  ],
  [
    'grid of a kind',
    ({ runs }) => runs.grid({ ...page, runType: 'manual' }),
    [
      'SEARCH t PRIMARY KEY (runId=?)',
      'SEARCH x run_workflowId_status_runType_createdAt_id_idx (workflowId=? AND status=? AND runType=?)',
    ],
  ],
  ['last runs', ({ runs }) => runs.recent(['w', 'v'], 14), ['SEARCH x run_workflowId_createdAt_id_idx (workflowId=?)']],
  [
    'what tasks usually take',
    ({ runs }) => runs.durations('w', { runs: 30, rows: 99 }),
    ['SEARCH x run_workflowId_status_runType_createdAt_id_idx (workflowId=? AND status=? AND runType=?)'],
  ],
  ['runs that go on', ({ runs }) => runs.unfinished(), ['SEARCH run run_status_runType_createdAt_id_idx (status=?)']],
  ['the number of the next run', ({ runs }) => runs.nextNumber('w'), ['SEARCH run run_workflowId_number_key (workflowId=?)']],
  [
    'the run of a key',
    ({ runs }) => runs.byIdempotencyKey('w', 'k'),
    ['SEARCH run run_idempotency_key (workflowId=? AND idempotencyKey=?)'],
  ],
  ['task runs', ({ runs }) => runs.taskRuns('r'), ['SEARCH task_run PRIMARY KEY (runId=?)']],
  [
    'attempts of a task run',
    ({ runs }) => runs.attempts('r', 'a', 1),
    ['SEARCH attempt attempt_runId_task_mapIndex_attempt_idx (runId=? AND task=? AND mapIndex=?)'],
  ],
  ['log', ({ runs }) => runs.logs('a', 5, 99), ['SEARCH log_chunk sqlite_autoindex_log_chunk_1 (attemptId=? AND seq>?)']],
  ['open attempts', ({ runs }) => runs.openAttempts(), ['SEARCH attempt attempt_open_idx (status=?)']],
  [
    'occurrences',
    ({ triggers }) => triggers.occurrences('w', 99),
    ['SEARCH occurrence occurrence_workflowId_at_idx (workflowId=?)'],
  ],
  ['alerts', ({ alerts }) => alerts.list({ limit: 50, before }), ['SEARCH x alert_createdAt_id_idx ((createdAt,id)<(?,?))']],
  [
    'alerts of two statuses',
    ({ alerts }) => alerts.list({ limit: 50, status: ['failed', 'sent'], before }),
    ['SEARCH x alert_status_createdAt_id_idx (status=? AND (createdAt,id)<(?,?))'],
  ],
  [
    'alerts of a workflow',
    ({ alerts }) => alerts.list({ ...page, before }),
    ['SEARCH x alert_workflowId_status_createdAt_id_idx (workflowId=? AND status=? AND (createdAt,id)<(?,?))'],
  ],
  ['alerts that are due', ({ alerts }) => alerts.due(9, 50), ['SEARCH alert alert_status_nextAt_idx (status=? AND nextAt<?)']],
  [
    'approvals',
    ({ approvals }) => approvals.list({ limit: 50, before: { askedAt: 5, attemptId: 'x' } }),
    ['SEARCH x approval_askedAt_attemptId_idx ((askedAt,attemptId)<(?,?))'],
  ],
  [
    'approvals of two statuses of a workflow',
    ({ approvals }) => approvals.list({ ...page, status: ['approved', 'rejected'] }),
    ['SEARCH x approval_workflowId_status_askedAt_attemptId_idx (workflowId=? AND status=?)'],
  ],
  [
    'approvals that wait',
    ({ approvals }) => approvals.waiting(50),
    ['SEARCH approval approval_status_askedAt_attemptId_idx (status=?)'],
  ],
  [
    'runs that are too old',
    ({ runs }) => runs.expired({ workflowId: 'w', endedBefore: 5 }, 9),
    [
      'SEARCH run run_workflowId_createdAt_id_idx (workflowId=? AND createdAt<?)',
      'SEARCH run run_workflowId_createdAt_id_idx (workflowId=?)',
    ],
  ],
  [
    'keys of acts that are too old',
    ({ runs }) => runs.pruneActs(5, 9),
    ['SEARCH run_act run_act_at_idx (at<?)', 'SEARCH run_act sqlite_autoindex_run_act_1 (runId=? AND key=?)'],
  ],
];

test('pages are read by an index, from where they begin', async () => {
  const readsOf = await reader();
  for (const [name, ask, reads] of pages) expect(await readsOf(ask), name).toEqual(reads);
});

test('the self-check goes through triggers and the newest runs, never through all attempts or occurrences', async () => {
  const reads = await (await reader())(({ health }) => health.contradictions(9));
  expect(reads.filter((read) => read.startsWith('SCAN'))).toEqual(['SCAN run run_createdAt_id_idx', 'SCAN t']);
  expect(reads).toContain('SEARCH a attempt_open_idx (status=?)');
});

/** Tells how the statements of a question reach the tables: each way once, in order. What a page is made of afterwards (`f`, `page` …) is no table. */
async function reader(): Promise<(ask: (store: Store) => Promise<unknown>) => Promise<string[]>> {
  const sent: string[] = [];
  const { file, store } = await stores.fresh({ onStatement: (sql) => sent.push(sql) });
  await store.commitTurn({ newRuns: [aRun('r')] });
  const db = new Database(file, { readonly: true });
  onTestFinished(() => void db.close());
  const plan = (sql: string) =>
    db.prepare<null[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(...Array<null>(sql.split('?').length - 1).fill(null));
  return async (ask) => {
    sent.length = 0;
    await ask(store);
    const reads = sent.flatMap(plan).flatMap(({ detail }) => {
      const way = /^(SCAN|SEARCH) (?:main\.)?(\w+)(?: (?:EXISTS )?USING (?:COVERING )?(?:INDEX )?(.*))?$/.exec(detail);
      return way && !/^(page|f|g|r|w|newest)$/.test(way[2]!) ? [`${way[1]} ${way[2]}${way[3] ? ` ${way[3]}` : ''}`] : [];
    });
    return [...new Set(reads)].sort();
  };
}
