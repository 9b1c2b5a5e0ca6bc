import { z } from 'zod';
import { checkInvariants } from '#server/health/check-invariants.ts';
import { checkParts } from '#server/health/check-parts.ts';
import { getOverview } from '#server/health/get-overview.ts';
import { procedureFor, router } from '../trpc.ts';

const processSchema = z.object({
  pid: z.number(),
  startedAt: z.number(),
  memoryBytes: z.number(),
  node: z.string(),
  zoneData: z.string().nullable(),
});
const overview = z.object({
  web: processSchema,
  engine: processSchema.extend({ running: z.number(), queued: z.number() }).nullable(),
  spawner: z.boolean().nullable(),
  python: z.string().nullable(),
  database: z
    .object({ provider: z.enum(['sqlite', 'postgres']), version: z.string(), bytes: z.number(), answerMs: z.number() })
    .nullable(),
  durability: z.enum(['D1', 'D2']),
  disk: z.object({ path: z.string(), freeBytes: z.number(), totalBytes: z.number() }).nullable(),
  version: z.string().nullable(),
  machine: z.number(),
});
const report = z.object({
  ok: z.boolean(),
  at: z.number(),
  looked: z.object({
    replayedRuns: z.number(),
    triggers: z.number(),
    processes: z.number(),
    waiting: z.number(),
  }),
  checks: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      ok: z.boolean(),
      violations: z.array(z.object({ subject: z.string(), message: z.string() })),
    }),
  ),
});

/** How the product itself is. */
export const healthRouter = router({
  overview: procedureFor('health.read')
    .input(z.void())
    .output(overview)
    .query(({ ctx }) => getOverview(ctx.web, ctx.at)),

  /** Costs a few statements and the replay of some runs: asked for by a button, never by the clock. */
  invariants: procedureFor('health.check')
    .input(z.void())
    .output(report)
    .query(({ ctx }) => checkInvariants(checkParts(ctx.web), ctx.at)),
});
