import { z } from 'zod';
import { personNames } from '#server/auth/person-names.ts';
import { getVersion } from '#server/workflows/get-version.ts';
import { listVersions } from '#server/workflows/list-versions.ts';
import { publishWorkflow } from '#server/workflows/publish.ts';
import { versionParams } from '#server/workflows/version-params.ts';
import { actOf } from '../act-of.ts';
import { procedureFor, router } from '../trpc.ts';
import { definition, workflowId } from '../workflows/schema.ts';

const version = z.object({
  workflowId: z.string(),
  version: z.number(),
  hash: z.string(),
  message: z.string(),
  publishedAt: z.number(),
  /** Name of who published it. */
  publishedBy: z.string().nullable(),
});

export const versionsRouter = router({
  /** Newest first, without definitions. */
  list: procedureFor('versions.read')
    .input(z.strictObject({ workflowId }))
    .output(z.array(version))
    .query(async ({ ctx: { web }, input }) => listVersions(web.store, input.workflowId, await personNames(web.auth))),

  get: procedureFor('versions.read')
    .input(z.strictObject({ workflowId, version: z.number().int().min(1) }))
    .output(version.extend({ definition }))
    .query(async ({ ctx: { web }, input }) => getVersion(web.store, input, await personNames(web.auth))),

  /** Schema of a version's params; null when it has none. */
  params: procedureFor('versions.read')
    .input(z.strictObject({ workflowId, version: z.number().int().min(1) }))
    .output(z.object({ params: z.record(z.string(), z.json()).nullable() }))
    .query(({ ctx: { web }, input }) => versionParams(web.store, input)),

  publish: procedureFor('versions.publish')
    .input(z.strictObject({ workflowId, revision: z.number().int().min(0), message: z.string().trim().max(2_000).default('') }))
    .output(z.object({ version: z.number() }))
    .mutation(({ ctx, input }) => publishWorkflow(ctx.web.store, ctx.web.engine, input, actOf(ctx))),
});
