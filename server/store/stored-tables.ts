/** Every table with data and its key, in an order in which rows may be written. */
export const storedTables = [
  { name: 'workflow', key: ['project', 'id'] },
  { name: 'draft', key: ['workflowId'] },
  { name: 'version', key: ['workflowId', 'version'] },
  { name: 'run', key: ['id'] },
  { name: 'task_run', key: ['runId', 'task', 'mapIndex'] },
  { name: 'attempt', key: ['id'] },
  { name: 'event_batch', key: ['runId', 'firstSeq'] },
  { name: 'snapshot', key: ['runId'] },
  { name: 'log_chunk', key: ['attemptId', 'seq'] },
  { name: 'artifact', key: ['id'] },
  { name: 'occurrence', key: ['workflowId', 'triggerId', 'at'] },
  { name: 'trigger_state', key: ['workflowId', 'triggerId'] },
  { name: 'breaker', key: ['workflowId'] },
  { name: 'pool', key: ['name'] },
  { name: 'connection', key: ['id'] },
  { name: 'setting', key: ['key'] },
  { name: 'user', key: ['id'] },
  { name: 'session', key: ['id'] },
  { name: 'account', key: ['id'] },
  { name: 'verification', key: ['id'] },
] as const;
export type StoredTable = (typeof storedTables)[number];
