import { z } from 'zod';
import { listPools } from '#server/pools/list.ts';
import { procedureFor, router } from '../trpc.ts';

const name = z
  .string()
  .trim()
  .min(1, 'A pool needs a name.')
  .max(200)
  .regex(/^[^\p{Cc}]*$/u, 'A name has no control characters.');
const share = z.object({ run: z.string(), workflow: z.string(), tasks: z.array(z.string()), slots: z.number() });
const pool = z.object({
  name: z.string(),
  known: z.boolean(),
  slots: z.number(),
  used: z.number(),
  queued: z.number(),
  holders: z.array(share),
  waiting: z.array(share),
  description: z.string(),
});

/** Pools: how many tasks may use one thing at a time. Changes are commands to the engine, which knows them at once. */
export const poolsRouter = router({
  list: procedureFor('pools.read')
    .input(z.void())
    .output(z.array(pool))
    .query(({ ctx }) => listPools(ctx.web.store, ctx.web.engine)),

  /** Makes it or changes it. */
  put: procedureFor('pools.put')
    .input(
      z.strictObject({
        name,
        /** -1: no limit. */
        slots: z.number().int().min(-1).max(1_000_000),
        description: z.string().max(2_000).default(''),
      }),
    )
    .output(z.object({}))
    .mutation(async ({ ctx, input }) => {
      await ctx.web.engine.putPool({ ...input, by: ctx.person.id });
      return {};
    }),

  remove: procedureFor('pools.remove')
    .input(z.strictObject({ name }))
    .output(z.object({}))
    .mutation(async ({ ctx, input }) => {
      await ctx.web.engine.removePool({ ...input, by: ctx.person.id });
      return {};
    }),
});
