import path from 'node:path';
import { z } from 'zod';
import type { JsonObject } from '#domain/definition/schema/json.ts';
import type { FieldHint } from '#domain/definition/schema/manifest.ts';
import { createConnection } from '#server/connections/create.ts';
import { getConnection } from '#server/connections/get.ts';
import { kinds } from '#server/connections/kinds.ts';
import { listConnections } from '#server/connections/list.ts';
import { removeConnection } from '#server/connections/remove.ts';
import { testConnection } from '#server/connections/test.ts';
import { updateConnection } from '#server/connections/update.ts';
import { findProgramDirectory } from '#server/engine/perform/program-directory.ts';
import { actOf } from '../act-of.ts';
import { procedureFor, router } from '../trpc.ts';

const id = z.string().min(1).max(200);
/** As it stands in configs and templates: `conn.<name>`. */
const name = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9_.-]{1,100}$/, 'a name of letters, digits, "_", "." and "-"');
const object = z.record(z.string(), z.json()) as z.ZodType<JsonObject>;
const test = z.object({ at: z.number(), ok: z.boolean(), message: z.string() });
const view = z.object({
  id: z.string(),
  name: z.string(),
  type: z.string(),
  settings: object,
  host: z.string().nullable(),
  hasSecret: z.record(z.string(), z.boolean()),
  usedBy: z.array(z.object({ workflowId: z.string(), name: z.string(), places: z.array(z.string()) })),
  lastTest: test.nullable(),
  createdAt: z.number(),
  createdBy: z.string().nullable(),
  updatedAt: z.number(),
  revision: z.number(),
});
const kind = z.object({
  type: z.string(),
  title: z.string(),
  icon: z.string(),
  description: z.string(),
  schema: object,
  hints: z.record(z.string(), z.custom<FieldHint>()),
  defaults: object,
  secretFields: z.array(z.string()),
});

export const connectionsRouter = router({
  /** Kinds of connection there can be, with the schema of their form. */
  types: procedureFor('connections.read')
    .output(z.array(kind))
    .query(() => kinds),

  list: procedureFor('connections.read')
    .output(z.array(view))
    .query(({ ctx: { web } }) => listConnections(web.store, web.operators.manifests)),

  get: procedureFor('connections.read')
    .input(z.strictObject({ id }))
    .output(view)
    .query(({ ctx: { web }, input }) => getConnection(web.store, web.operators.manifests, input.id)),

  create: procedureFor('connections.create')
    .input(z.strictObject({ name, type: z.string().max(50), settings: object }))
    .output(z.object({ id: z.string() }))
    .mutation(async ({ ctx, input }) => createConnection(ctx.web.store, await ctx.web.vault(), input, actOf(ctx))),

  /** Secret fields that are left out stay, unless the host changes. */
  update: procedureFor('connections.update')
    .input(z.strictObject({ id, revision: z.number().int(), name, settings: object }))
    .output(z.object({ secretVoided: z.boolean() }))
    .mutation(async ({ ctx, input }) => updateConnection(ctx.web.store, await ctx.web.vault(), input, actOf(ctx))),

  remove: procedureFor('connections.remove')
    .input(z.strictObject({ id }))
    .output(z.object({}))
    .mutation(({ ctx: { web }, input }) => removeConnection(web.store, input.id)),

  /** Really connects; the answer of a connection as it is kept stays with it. */
  test: procedureFor('connections.test')
    .input(
      z.union([z.strictObject({ id }), z.strictObject({ type: z.string().max(50), settings: object, changes: id.optional() })]),
    )
    .output(test)
    .mutation(async ({ ctx, input }) => {
      const { store, config } = ctx.web;
      const place = {
        store,
        vault: await ctx.web.vault(),
        dataDir: config.dataDir,
        network: { allow: config.httpAllow, ownPorts: [config.port] },
        program: path.join(process.env.DRAWLOOM_PROGRAMS ?? findProgramDirectory(process.cwd()), 'try-connection-worker.js'),
      };
      return testConnection(place, input, actOf(ctx));
    }),
});
