import type { WorkflowFile } from '#domain/definition/schema/workflow.ts';
import type { RunEvent } from '#domain/run/events.ts';
import type { AttemptRow, LogChunk, RunRow, TaskRunRow } from '../store.ts';

/** A workflow file of one task, with this id. */
export const aWorkflow = (id: string, name = id): WorkflowFile => ({
  format: 'drawloom/workflow@1',
  id,
  name,
  triggers: [],
  tasks: [{ id: 'a', operator: 'noop@1', config: {} }],
  edges: [],
});

/** A running manual run of version 1. */
export const aRun = (id: string, over: Partial<RunRow> = {}): RunRow => ({
  id,
  number: 1,
  workflowId: 'w',
  version: 1,
  runType: 'manual',
  status: 'running',
  paused: false,
  reason: null,
  logicalTime: 1_700_000_000_000,
  params: {},
  triggerId: null,
  createdBy: null,
  createdAt: 1_700_000_000_000,
  startedAt: null,
  endedAt: null,
  seq: 0,
  ...over,
});

/** A running task run. */
export const aTaskRun = (runId: string, task: string, over: Partial<TaskRunRow> = {}): TaskRunRow => ({
  runId,
  task,
  mapIndex: -1,
  status: 'running',
  attempt: 1,
  startedAt: null,
  endedAt: null,
  reason: null,
  ...over,
});

/** A queued attempt with the token `token`. */
export const anAttempt = (runId: string, task: string, attempt = 1, over: Partial<AttemptRow> = {}): AttemptRow => ({
  id: `${runId}/${task}@${attempt}`,
  runId,
  task,
  mapIndex: -1,
  attempt,
  token: 'token',
  status: 'queued',
  infra: false,
  pid: null,
  pidStart: null,
  bootId: null,
  queuedAt: 1_700_000_000_000 + attempt,
  startedAt: null,
  endedAt: null,
  exitCode: null,
  errorCode: null,
  error: null,
  config: null,
  output: null,
  ...over,
});

/** `count` events of one kind, at the instants 1, 2, 3 … */
export const someEvents = (count: number): RunEvent[] =>
  Array.from({ length: count }, (_, i) => ({ type: 'runPaused', by: 'test', at: i + 1 }));

/** A piece of standard output. */
export const aChunk = (attemptId: string, seq: number, text: string): LogChunk => ({
  attemptId,
  stream: 'out',
  seq,
  offset: 0,
  at: 1,
  text,
  omitted: 0,
});
