/** Every table with data, by its name in SQL and in Prisma, and its key; in an order in which rows may be written. */
export const storedTables = [
  { sql: 'workflow', model: 'workflow', key: ['project', 'id'] },
  { sql: 'draft', model: 'draft', key: ['workflowId'] },
  { sql: 'version', model: 'version', key: ['workflowId', 'version'] },
  { sql: 'run', model: 'run', key: ['id'] },
  { sql: 'task_run', model: 'taskRun', key: ['runId', 'task', 'mapIndex'] },
  { sql: 'attempt', model: 'attempt', key: ['id'] },
  { sql: 'event_batch', model: 'eventBatch', key: ['runId', 'firstSeq'] },
  { sql: 'snapshot', model: 'snapshot', key: ['runId'] },
  { sql: 'log_chunk', model: 'logChunk', key: ['attemptId', 'seq'] },
  { sql: 'artifact', model: 'artifact', key: ['id'] },
  { sql: 'occurrence', model: 'occurrence', key: ['workflowId', 'triggerId', 'at'] },
  { sql: 'trigger_state', model: 'triggerState', key: ['workflowId', 'triggerId'] },
  { sql: 'pool', model: 'pool', key: ['name'] },
  { sql: 'setting', model: 'setting', key: ['key'] },
  { sql: 'user', model: 'user', key: ['id'] },
  { sql: 'session', model: 'session', key: ['id'] },
  { sql: 'account', model: 'account', key: ['id'] },
  { sql: 'verification', model: 'verification', key: ['id'] },
] as const;
export type StoredTable = (typeof storedTables)[number];
