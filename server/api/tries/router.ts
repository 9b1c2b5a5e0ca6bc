import { z } from 'zod';
import type { Json } from '#domain/definition/schema/json.ts';
import { runStatuses, taskRunStatuses } from '#domain/run/status.ts';
import { lastTry } from '#server/tries/last.ts';
import { pinOutput } from '#server/tries/pin.ts';
import { startTry } from '#server/tries/start.ts';
import { unpinOutput } from '#server/tries/unpin.ts';
import { tryValues } from '#server/tries/values.ts';
import { actOf } from '../act-of.ts';
import { attempt, params, taskId } from '../runs/schema.ts';
import { procedureFor, router } from '../trpc.ts';
import { workflowId } from '../workflows/schema.ts';

const ofTask = z.strictObject({ workflowId, task: taskId });
const nothing = z.object({});
/** Masked before it was stored, or written by the person. */
const json = z.custom<Json>((value) => value !== undefined);
const instant = z.number().nullable();
const sources = ['pin', 'run', 'try', 'typed'] as const;

/** Trying single tasks of a draft. Cancelling one is `runs.cancel`. */
export const triesRouter = router({
  /** For every task that has any the value that a try takes of it. */
  values: procedureFor('tries.read')
    .input(z.strictObject({ workflowId }))
    .output(
      z.array(
        z.object({
          task: z.string(),
          source: z.enum(['pin', 'run', 'try']),
          output: json,
          at: z.number(),
          runId: z.string().nullable(),
          runNumber: z.number().nullable(),
          taskHash: z.string().nullable(),
          artifacts: z.array(z.string()),
        }),
      ),
    )
    .query(({ ctx, input }) => tryValues(ctx.web.store, input.workflowId)),

  /** The last try of a task, as it stands now. */
  last: procedureFor('tries.read')
    .input(ofTask)
    .output(
      z
        .object({
          runId: z.string(),
          createdAt: z.number(),
          taskHash: z.string().nullable(),
          inputs: z.array(
            z.object({ task: z.string(), source: z.enum(sources), runNumber: z.number().nullable(), output: json }),
          ),
          runStatus: z.enum(runStatuses),
          params: json,
          taskRun: z
            .object({
              status: z.enum(taskRunStatuses),
              reason: z.string().nullable(),
              startedAt: instant,
              endedAt: instant,
            })
            .nullable(),
          attempt: attempt.nullable(),
        })
        .nullable(),
    )
    .query(({ ctx, input }) => lastTry(ctx.web.store, input)),

  /** Runs one task of the draft as it is saved. */
  start: procedureFor('tries.start')
    .input(
      ofTask.extend({
        revision: z.number().int().min(0),
        params: params.optional(),
        given: z.record(z.string().max(200), z.unknown()).default({}),
        items: z.array(z.unknown()).max(100).optional(),
      }),
    )
    .output(z.object({ runId: z.string() }))
    .mutation(({ ctx, input: { params: values, items, ...rest } }) =>
      startTry(
        ctx.web.store,
        ctx.web.engine,
        ctx.web.operators.manifests,
        { ...rest, ...(values === undefined ? {} : { params: values }), ...(items === undefined ? {} : { items }) },
        actOf(ctx),
      ),
    ),

  /** Pins an output for later tries. */
  pin: procedureFor('tries.pin')
    .input(ofTask.extend({ output: z.unknown() }))
    .output(nothing)
    .mutation(({ ctx, input }) => pinOutput(ctx.web.store, input, actOf(ctx))),

  unpin: procedureFor('tries.pin')
    .input(ofTask)
    .output(nothing)
    .mutation(({ ctx, input }) => unpinOutput(ctx.web.store, input)),
});
