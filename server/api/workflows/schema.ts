import { z } from 'zod';
import type { BreakerState } from '#domain/admission/breaker.ts';
import type { Problem } from '#domain/definition/problem.ts';
import type { WorkflowFile } from '#domain/definition/schema/workflow.ts';
import { runStatuses } from '#domain/run/status.ts';

/** A definition is checked before it is stored and is shown whole to whoever may see the workflow. */
export const definition = z.custom<WorkflowFile>((value) => typeof value === 'object' && value !== null);
export const problem = z.custom<Problem>();
export const workflowId = z.string().min(1).max(200);

const workflowRow = z.object({
  id: z.string(),
  project: z.string(),
  name: z.string(),
  tags: z.array(z.string()),
  enabled: z.boolean(),
  version: z.number().nullable(),
  createdAt: z.number(),
  updatedAt: z.number(),
  createdBy: z.string().nullable(),
});
const draftRow = z.object({
  workflowId: z.string(),
  revision: z.number(),
  definition,
  baseVersion: z.number().nullable(),
  savedAt: z.number(),
  savedBy: z.string().nullable(),
});

export const deletedEntry = z.object({
  id: z.string(),
  project: z.string(),
  name: z.string(),
  version: z.number().nullable(),
  deletedAt: z.number(),
});

export const listEntry = z.object({
  id: z.string(),
  project: z.string(),
  name: z.string(),
  tags: z.array(z.string()),
  enabled: z.boolean(),
  version: z.number().nullable(),
  updatedAt: z.number(),
  owner: z.string().nullable(),
  operators: z.array(z.string()),
  problems: z.object({ errors: z.number(), warnings: z.number() }),
  triggers: z.array(
    z.object({ id: z.string(), type: z.string(), words: z.string(), timezone: z.string(), enabled: z.boolean() }),
  ),
  next: z.object({ at: z.number(), triggerId: z.string() }).nullable(),
  recent: z.array(
    z.object({
      runId: z.string(),
      number: z.number(),
      status: z.enum(runStatuses),
      startedAt: z.number().nullable(),
      endedAt: z.number().nullable(),
      logicalTime: z.number(),
    }),
  ),
  running: z.array(z.object({ runId: z.string(), startedAt: z.number().nullable() })),
  breaker: z.object({ state: z.custom<BreakerState>(), failures: z.number(), trialAt: z.number().nullable() }).nullable(),
});
export const detail = z.object({
  workflow: workflowRow,
  draft: draftRow,
  published: z.object({ version: z.number(), definition, publishedAt: z.number(), message: z.string() }).nullable(),
  triggerStates: z.array(z.object({ triggerId: z.string(), enabled: z.boolean() })),
  next: z.array(z.object({ triggerId: z.string(), at: z.number() })),
});
