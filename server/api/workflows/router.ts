import { z } from 'zod';
import { personNames } from '#server/auth/person-names.ts';
import { setTriggerEnabled } from '#server/triggers/set-enabled.ts';
import { createWorkflow } from '#server/workflows/create.ts';
import { exportWorkflow } from '#server/workflows/export.ts';
import { getWorkflow } from '#server/workflows/get.ts';
import { importWorkflow } from '#server/workflows/import.ts';
import { listDeletedWorkflows } from '#server/workflows/list-deleted.ts';
import { listWorkflows } from '#server/workflows/list.ts';
import { moveWorkflows } from '#server/workflows/move.ts';
import { removeWorkflow } from '#server/workflows/remove.ts';
import { restoreWorkflow } from '#server/workflows/restore.ts';
import { setWorkflowEnabled } from '#server/workflows/set-enabled.ts';
import { actOf } from '../act-of.ts';
import { requireCodeRight } from '../require-code-right.ts';
import { procedureFor, router } from '../trpc.ts';
import { deletedEntry, detail, listEntry, problem, workflowId } from './schema.ts';

const named = z.strictObject({ id: workflowId });
const project = z.string().max(200).optional();
const nothing = z.object({});

export const workflowsRouter = router({
  list: procedureFor('workflows.read')
    .output(z.array(listEntry))
    .query(async ({ ctx: { web } }) =>
      listWorkflows(web.store, web.engine, await personNames(web.auth), web.operators.manifests),
    ),

  /** What `restore` brings back. */
  deleted: procedureFor('workflows.read')
    .output(z.array(deletedEntry))
    .query(({ ctx: { web } }) => listDeletedWorkflows(web.store)),

  get: procedureFor('workflows.read')
    .input(named)
    .output(detail)
    .query(async ({ ctx: { web }, input }) => getWorkflow(web.store, web.engine, input.id, await personNames(web.auth))),

  create: procedureFor('workflows.create')
    .input(
      z.strictObject({
        name: z.string().trim().min(1).max(200),
        project,
        from: z.discriminatedUnion('type', [
          z.strictObject({ type: z.literal('blank') }),
          z.strictObject({ type: z.literal('example'), id: workflowId }),
          z.strictObject({ type: z.literal('copy'), id: workflowId }),
        ]),
      }),
    )
    .output(z.object({ id: z.string() }))
    .mutation(({ ctx, input }) =>
      // An example's code is ours, not theirs: making one is no authoring.
      createWorkflow(ctx.web.store, input, actOf(ctx), (workflow) => {
        if (input.from.type === 'copy') requireCodeRight(ctx.person, ctx.web.operators.manifests, null, workflow);
      }),
    ),

  import: procedureFor('workflows.import')
    .input(z.strictObject({ text: z.string(), project }))
    .output(z.object({ id: z.string(), problems: z.array(problem) }))
    .mutation(({ ctx, input }) =>
      importWorkflow(ctx.web.store, ctx.web.operators.manifests, input, actOf(ctx), (workflow) =>
        requireCodeRight(ctx.person, ctx.web.operators.manifests, null, workflow),
      ),
    ),

  export: procedureFor('workflows.export')
    .input(z.strictObject({ id: workflowId, source: z.enum(['draft', 'published']).default('draft') }))
    .output(z.object({ text: z.string(), filename: z.string() }))
    .query(({ ctx, input }) => exportWorkflow(ctx.web.store, input)),

  /** Into a folder, or out of theirs with an empty name. */
  move: procedureFor('workflows.move')
    .input(z.strictObject({ ids: z.array(workflowId).min(1).max(1000), project: z.string().trim().max(200) }))
    .output(z.object({ before: z.array(z.object({ id: z.string(), project: z.string() })) }))
    .mutation(({ ctx, input }) => moveWorkflows(ctx.web.store, input, actOf(ctx))),

  remove: procedureFor('workflows.remove')
    .input(named)
    .output(nothing)
    .mutation(({ ctx, input }) => removeWorkflow(ctx.web.store, ctx.web.engine, input.id, actOf(ctx))),

  restore: procedureFor('workflows.restore')
    .input(named)
    .output(nothing)
    .mutation(({ ctx, input }) => restoreWorkflow(ctx.web.store, ctx.web.engine, input.id, actOf(ctx))),

  setEnabled: procedureFor('workflows.switch')
    .input(z.strictObject({ id: workflowId, enabled: z.boolean() }))
    .output(z.object({ enabled: z.boolean() }))
    .mutation(({ ctx, input }) => setWorkflowEnabled(ctx.web.store, ctx.web.engine, input, actOf(ctx))),

  setTriggerEnabled: procedureFor('workflows.switch')
    .input(z.strictObject({ id: workflowId, triggerId: workflowId, enabled: z.boolean() }))
    .output(nothing)
    .mutation(({ ctx, input }) =>
      setTriggerEnabled(
        ctx.web.store,
        ctx.web.engine,
        { workflowId: input.id, triggerId: input.triggerId, enabled: input.enabled },
        actOf(ctx),
      ),
    ),
});
