import { z } from 'zod';
import { requirePermission } from '#server/auth/require-permission.ts';
import { createRun } from '#server/runs/create.ts';
import { requireRun } from '#server/runs/require-run.ts';
import { actOf } from '../act-of.ts';
import { procedureFor } from '../trpc.ts';
import { workflowId } from '../workflows/schema.ts';
import { mapIndex, params, runId, taskId } from './schema.ts';

const nothing = z.object({});
const ofRun = z.strictObject({ runId });

/** What people do to runs. Each is a command to the engine; this process changes no run. */
export const runActs = {
  create: procedureFor('runs.create')
    .input(
      z.strictObject({
        workflowId,
        params: params.optional(),
        /** ms since the epoch. */
        logicalTime: z.number().int().min(0).max(253_402_300_799_999).optional(),
        /** Run the draft as it is saved. */
        draft: z.boolean().default(false),
        /** The same key gives the same run. */
        idempotencyKey: z.string().min(1).max(200).optional(),
      }),
    )
    .output(z.object({ runId: z.string(), number: z.number() }))
    .mutation(({ ctx, input: { params: values, logicalTime, idempotencyKey, ...rest } }) => {
      if (rest.draft) requirePermission(ctx.person, 'runs.try-draft');
      const input = {
        ...rest,
        ...(values === undefined ? {} : { params: values }),
        ...(logicalTime === undefined ? {} : { logicalTime }),
        ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
      };
      return createRun(ctx.web.store, ctx.web.engine, input, actOf(ctx));
    }),

  cancel: procedureFor('runs.cancel')
    .input(ofRun)
    .output(nothing)
    .mutation(async ({ ctx, input }) => {
      await requireRun(ctx.web.store, input.runId);
      await ctx.web.engine.cancelRun({ ...input, by: ctx.person.id });
      return {};
    }),

  pause: procedureFor('runs.pause')
    .input(ofRun.extend({ paused: z.boolean() }))
    .output(nothing)
    .mutation(async ({ ctx, input }) => {
      await requireRun(ctx.web.store, input.runId);
      await ctx.web.engine.pauseRun({ ...input, by: ctx.person.id });
      return {};
    }),

  clear: procedureFor('runs.clear')
    .input(
      ofRun.extend({
        tasks: z
          .array(z.strictObject({ task: taskId, index: mapIndex }))
          .min(1)
          .max(10_000),
        upstream: z.boolean().optional(),
        downstream: z.boolean().optional(),
        onlyFailed: z.boolean().optional(),
      }),
    )
    .output(nothing)
    .mutation(async ({ ctx, input }) => {
      await requireRun(ctx.web.store, input.runId);
      await ctx.web.engine.clearTasks({ ...input, by: ctx.person.id });
      return {};
    }),

  mark: procedureFor('runs.mark')
    .input(
      ofRun.extend({
        task: taskId,
        index: mapIndex,
        status: z.enum(['success', 'failed', 'skipped']),
        downstream: z.boolean().optional(),
      }),
    )
    .output(nothing)
    .mutation(async ({ ctx, input }) => {
      await requireRun(ctx.web.store, input.runId);
      await ctx.web.engine.markTask({ ...input, by: ctx.person.id });
      return {};
    }),
};
