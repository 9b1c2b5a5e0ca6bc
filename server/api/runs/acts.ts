import { z } from 'zod';
import { requirePermission } from '#server/auth/require-permission.ts';
import { createRun } from '#server/runs/create.ts';
import { previewActOf, previewActs } from '#server/runs/preview-acts.ts';
import { previewClear } from '#server/runs/preview-clear.ts';
import { requireRepeatable } from '#server/runs/require-repeatable.ts';
import { requireRun } from '#server/runs/require-run.ts';
import { actOf } from '../act-of.ts';
import { procedureFor } from '../trpc.ts';
import { workflowId } from '../workflows/schema.ts';
import { actedRun, clearedRun, mapIndex, params, runId, taskId } from './schema.ts';

const nothing = z.object({});
const ofRun = z.strictObject({ runId });
/** A request that was sent again after its answer was lost does nothing twice. */
const idempotencyKey = z.string().min(1).max(200).optional();
const keyedRun = ofRun.extend({ idempotencyKey });
const refs = z.array(z.strictObject({ task: taskId, index: mapIndex })).max(10_000);
const clearWhat = {
  tasks: refs.min(1),
  upstream: z.boolean().optional(),
  downstream: z.boolean().optional(),
  onlyFailed: z.boolean().optional(),
  /** Left as done. */
  spare: refs.optional(),
  /**
   * The version that the run goes on with: its own, the newest published one, or a number: that one, if it is still the newest
   * (409 `version.not-newest`). 409 `version.not-newer` when there is no newer one, `version.draft` for a run of a draft.
   */
  version: z.union([z.enum(['own', 'newest']), z.number().int().min(1)]).optional(),
};
/** Runs that one act of a person may take in. */
const mostRuns = 200;
const ofRuns = z.strictObject({ runs: z.array(runId).min(1).max(mostRuns) });
const markWhat = {
  task: taskId,
  index: mapIndex,
  status: z.enum(['success', 'failed', 'skipped']),
  upstream: z.boolean().optional(),
  downstream: z.boolean().optional(),
};
const actedRuns = z.object({ previews: z.array(actedRun) });

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
        idempotencyKey,
        /** It is the trial run of the workflow's open circuit breaker. */
        trial: z.boolean().optional(),
      }),
    )
    .output(z.object({ runId: z.string(), number: z.number() }))
    .mutation(({ ctx, input: { params: values, logicalTime, idempotencyKey: key, trial, ...rest } }) => {
      if (rest.draft) requirePermission(ctx.person, 'runs.try-draft');
      const input = {
        ...rest,
        ...(values === undefined ? {} : { params: values }),
        ...(logicalTime === undefined ? {} : { logicalTime }),
        ...(key === undefined ? {} : { idempotencyKey: key }),
        ...(trial ? { trial } : {}),
      };
      return createRun(ctx.web.store, ctx.web.engine, ctx.web.operators.manifests, input, actOf(ctx));
    }),

  cancel: procedureFor('runs.cancel')
    .input(keyedRun)
    .output(nothing)
    .mutation(async ({ ctx, input }) => {
      await requireRun(ctx.web.store, input.runId);
      await ctx.web.engine.cancelRun({ ...input, by: ctx.person.id });
      return {};
    }),

  /** What cancelling these runs would do: which work is told to end, and what never begins. Changes nothing, as all previews. */
  previewCancel: procedureFor('runs.cancel')
    .input(ofRuns)
    .output(actedRuns)
    .mutation(async ({ ctx: { web }, input }) => ({
      previews: await previewActs(web.store, web.engine, input.runs, { type: 'cancel' }),
    })),

  pause: procedureFor('runs.pause')
    .input(ofRun.extend({ paused: z.boolean() }))
    .output(nothing)
    .mutation(async ({ ctx, input }) => {
      await requireRun(ctx.web.store, input.runId);
      await ctx.web.engine.pauseRun({ ...input, by: ctx.person.id });
      return {};
    }),

  /** What pausing or resuming these runs would do: what is held or asks again, and which work goes on. */
  previewPause: procedureFor('runs.pause')
    .input(ofRuns.extend({ paused: z.boolean() }))
    .output(actedRuns)
    .mutation(async ({ ctx: { web }, input: { runs, paused } }) => ({
      previews: await previewActs(web.store, web.engine, runs, { type: 'pause', paused }),
    })),

  clear: procedureFor('runs.clear')
    .input(keyedRun.extend({ ...clearWhat, consent: refs.optional() }))
    .output(nothing)
    .mutation(async ({ ctx, input }) => {
      await requireRepeatable(ctx.web.store, input.runId);
      await ctx.web.engine.clearTasks({ ...input, by: ctx.person.id });
      return {};
    }),

  /**
   * What clearing would change in each of these runs (without `tasks`: all of them), and with `past` or `future` in the
   * runs before or after. Changes nothing, and is sent as acts are: its list may be long.
   */
  previewClear: procedureFor('runs.clear')
    .input(
      z.strictObject({
        runs: z
          .array(ofRun.extend({ ...clearWhat, tasks: refs.min(1).optional() }))
          .min(1)
          .max(mostRuns),
        past: z.boolean().optional(),
        future: z.boolean().optional(),
      }),
    )
    .output(z.object({ previews: z.array(clearedRun), left: z.number() }))
    .mutation(({ ctx, input }) => previewClear(ctx.web.store, ctx.web.engine, input)),

  /** Runs just these tasks, whatever their upstream says. */
  force: procedureFor('runs.clear')
    .input(keyedRun.extend({ tasks: refs.min(1), consent: refs.optional() }))
    .output(nothing)
    .mutation(async ({ ctx, input }) => {
      await requireRepeatable(ctx.web.store, input.runId);
      await ctx.web.engine.forceTasks({ ...input, by: ctx.person.id });
      return {};
    }),

  previewForce: procedureFor('runs.clear')
    .input(ofRun.extend({ tasks: refs.min(1) }))
    .output(actedRun)
    .mutation(async ({ ctx: { web }, input: { runId: id, ...act } }) =>
      previewActOf(web.engine, await requireRepeatable(web.store, id), { type: 'force', ...act }),
    ),

  mark: procedureFor('runs.mark')
    .input(keyedRun.extend({ ...markWhat, consent: refs.optional() }))
    .output(nothing)
    .mutation(async ({ ctx, input }) => {
      await requireRepeatable(ctx.web.store, input.runId);
      await ctx.web.engine.markTask({ ...input, by: ctx.person.id });
      return {};
    }),

  previewMark: procedureFor('runs.mark')
    .input(ofRun.extend(markWhat))
    .output(actedRun)
    .mutation(async ({ ctx: { web }, input: { runId: id, ...act } }) =>
      previewActOf(web.engine, await requireRepeatable(web.store, id), { type: 'mark', ...act }),
    ),
};
