/*
 * Columns of the tables a turn writes, in the order their values are bound. Names come from here and never from a
 * caller's keys, so that no key of a caller becomes SQL.
 */

export const occurrenceColumns = ['workflowId', 'triggerId', 'at', 'outcome', 'reason', 'runId', 'decidedAt'] as const;
export const runColumns = [
  'id',
  'number',
  'workflowId',
  'version',
  'draft',
  'runType',
  'status',
  'paused',
  'reason',
  'logicalTime',
  'params',
  'triggerId',
  'createdBy',
  'createdAt',
  'startedAt',
  'endedAt',
  'seq',
  'idempotencyKey',
] as const;
export const runPatchColumns = ['status', 'paused', 'reason', 'startedAt', 'endedAt', 'seq'] as const;
export const eventBatchColumns = ['runId', 'firstSeq', 'lastSeq', 'at', 'events'] as const;
export const taskRunColumns = ['runId', 'task', 'mapIndex', 'status', 'attempt', 'startedAt', 'endedAt', 'reason'] as const;
export const attemptColumns = [
  'id',
  'runId',
  'task',
  'mapIndex',
  'attempt',
  'token',
  'status',
  'infra',
  'pid',
  'pidStart',
  'bootId',
  'queuedAt',
  'startedAt',
  'endedAt',
  'exitCode',
  'errorCode',
  'error',
  'config',
  'output',
] as const;
export const attemptPatchColumns = [
  'status',
  'infra',
  'pid',
  'pidStart',
  'bootId',
  'queuedAt',
  'startedAt',
  'endedAt',
  'exitCode',
  'errorCode',
  'error',
  'config',
  'output',
] as const;
export const artifactColumns = ['id', 'runId', 'attemptId', 'name', 'bytes', 'sha256', 'type'] as const;
export const triggerStateColumns = ['workflowId', 'triggerId', 'enabled', 'decidedThrough'] as const;
export const breakerColumns = [
  'workflowId',
  'state',
  'since',
  'failures',
  'failedRuns',
  'openings',
  'trialAt',
  'trialRun',
  'history',
] as const;
export const alertColumns = [
  'id',
  'workflowId',
  'runId',
  'event',
  'connection',
  'to',
  'subject',
  'text',
  'status',
  'tries',
  'createdAt',
  'nextAt',
  'sentAt',
  'error',
] as const;
export const snapshotColumns = ['runId', 'seq', 'machine', 'state'] as const;
export const approvalColumns = [
  'attemptId',
  'runId',
  'workflowId',
  'task',
  'mapIndex',
  'attempt',
  'message',
  'form',
  'audience',
  'status',
  'askedAt',
  'dueAt',
  'answeredAt',
  'answeredBy',
  'comment',
  'answers',
] as const;
export const approvalEndColumns = ['status', 'answeredAt', 'answeredBy', 'comment', 'answers'] as const;
export const runActColumns = ['runId', 'key', 'act', 'at'] as const;
export const childRunColumns = ['runId', 'parentRunId', 'task', 'mapIndex', 'attempt', 'depth'] as const;
export const logColumns = ['attemptId', 'seq', 'stream', 'offset', 'at', 'text', 'omitted'] as const;
