import { z } from 'zod';
import type { Json, JsonObject } from '#domain/definition/schema/json.ts';
import type { RunEvent } from '#domain/run/events.ts';
import { runStatuses, taskRunStatuses, type RunType } from '#domain/run/status.ts';
import type { AttemptStatus } from '#server/store/store.ts';

export const runId = z.string().min(1).max(200);
export const taskId = z.string().min(1).max(200);
export const mapIndex = z.number().int().min(0).max(10_000_000).optional();
export const attemptId = z.string().min(1).max(1_000);
const instant = z.number().nullable();

/** JSON values are masked before they are stored, and are shown as they stand. */
const json = z.custom<Json>((value) => value !== undefined);
export const params = z.custom<JsonObject>((value) => typeof value === 'object' && value !== null && !Array.isArray(value));
const event = z.custom<RunEvent>();

export const runRow = z.object({
  id: z.string(),
  number: z.number(),
  workflowId: z.string(),
  version: z.number(),
  runType: z.custom<RunType>(),
  status: z.enum(runStatuses),
  paused: z.boolean(),
  reason: z.string().nullable(),
  logicalTime: z.number(),
  params,
  triggerId: z.string().nullable(),
  /** Name of the person who started it. */
  createdBy: z.string().nullable(),
  createdAt: z.number(),
  startedAt: instant,
  endedAt: instant,
  seq: z.number(),
});

/** A run of the list: with the notes that matched, where notes are searched. */
export const listedRun = runRow.extend({
  notes: z.array(z.object({ task: z.string().nullable(), mapIndex: z.number().nullable(), text: z.string() })).optional(),
});

/** A run of the grid: without its params, which nobody looks at there. */
export const gridRun = runRow.omit({ params: true, createdBy: true, seq: true }).extend({
  cells: z.array(
    z.object({
      task: z.string(),
      statuses: z.partialRecord(z.enum(taskRunStatuses), z.number()),
      startedAt: instant,
      endedAt: instant,
      attempt: z.number(),
    }),
  ),
});

/** A run that another one started, or was started by. */
export const relative = z.object({
  runId: z.string(),
  number: z.number(),
  workflowId: z.string(),
  workflowName: z.string(),
  status: z.enum(runStatuses),
  /** Task of the parent. */
  task: z.string(),
  index: z.number().optional(),
  attempt: z.number(),
});

const artifact = z.object({
  id: z.string(),
  attemptId: z.string(),
  name: z.string(),
  bytes: z.number(),
  sha256: z.string(),
  type: z.string(),
});
export const attempt = z.object({
  id: z.string(),
  runId: z.string(),
  task: z.string(),
  mapIndex: z.number(),
  attempt: z.number(),
  status: z.custom<AttemptStatus>(),
  infra: z.boolean(),
  queuedAt: z.number(),
  startedAt: instant,
  endedAt: instant,
  exitCode: z.number().nullable(),
  errorCode: z.string().nullable(),
  error: z.string().nullable(),
  config: json.nullable(),
  output: json.nullable(),
  artifacts: z.array(artifact),
});
export const output = z.object({ task: z.string(), mapIndex: z.number(), output: json.nullable() });
export const logChunk = z.object({
  attemptId: z.string(),
  stream: z.enum(['out', 'err', 'sys']),
  seq: z.number(),
  offset: z.number(),
  at: z.number(),
  text: z.string(),
  omitted: z.number(),
});
const usual = z.object({ medianMs: z.number(), lowMs: z.number(), highMs: z.number(), runs: z.number(), copies: z.number() });
export const usualDurations = z.object({ runs: z.number(), run: usual.nullable(), tasks: z.record(z.string(), usual) });
export const numberedEvent = z.object({ seq: z.number(), event });

/** Conditions that are not met: a code, a sentence with names, and the instant (ms) when it is met by itself. */
export const waitingTaskRun = z.object({
  task: z.string(),
  index: z.number().optional(),
  reasons: z.array(z.object({ code: z.string(), message: z.string(), at: z.number().optional() })),
  expectedAt: z.number().optional(),
});

const shownRef = z.object({ task: z.string(), index: z.number().optional() });
/** What an act would do in one run: each task run that it reaches, as `RunAct` says; or why nothing. */
export const actedRun = z.object({
  runId: z.string(),
  number: z.number(),
  logicalTime: z.number(),
  status: z.enum(runStatuses),
  refused: z.string().nullable(),
  changes: z.array(
    shownRef.extend({
      from: z.enum(taskRunStatuses),
      to: z.enum(taskRunStatuses),
      /** Missing: its status is written at once. */
      how: z.enum(['stopped', 'held', 'goes-on', 'asks']).optional(),
      /** A person must agree to do it again. */
      consent: z.boolean(),
    }),
  ),
});
const taskIds = z.array(z.string());
/** The same of a clear. */
export const clearedRun = actedRun.extend({
  tasks: z.array(shownRef),
  /** The version that the run is on, and the newest one it could go on with; null when there is none. */
  version: z.number(),
  newer: z.number().nullable(),
  /** What it means to go on with the newest version, when that was asked. */
  move: z.object({ from: z.number(), to: z.number(), added: taskIds, removed: taskIds, changed: taskIds }).nullable(),
});
