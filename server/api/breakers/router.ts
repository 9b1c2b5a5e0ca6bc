import { z } from 'zod';
import type { BreakerChange, BreakerState } from '#domain/admission/breaker.ts';
import { personNames } from '#server/auth/person-names.ts';
import { listBreakers } from '#server/breakers/list.ts';
import { requireWorkflow } from '#server/workflows/require-workflow.ts';
import { procedureFor, router } from '../trpc.ts';
import { workflowId } from '../workflows/schema.ts';

const run = z.object({ runId: z.string(), number: z.number().nullable() });
const breaker = z.object({
  workflowId: z.string(),
  name: z.string(),
  enabled: z.boolean(),
  threshold: z.number(),
  state: z.custom<BreakerState>(),
  since: z.number(),
  failures: z.number(),
  openings: z.number(),
  trialAt: z.number().nullable(),
  failedRuns: z.array(run),
  trialRun: run.nullable(),
  history: z.array(z.custom<BreakerChange>()),
});

/** Circuit breakers: which workflows' schedules are held back because their runs fail. */
export const breakersRouter = router({
  list: procedureFor('breakers.read')
    .input(z.void())
    .output(z.array(breaker))
    .query(async ({ ctx: { web } }) => listBreakers(web.store, await personNames(web.auth), web.operators.manifests)),

  /** Opens or closes one by hand. */
  set: procedureFor('breakers.switch')
    .input(z.strictObject({ workflowId, open: z.boolean() }))
    .output(z.object({}))
    .mutation(async ({ ctx, input }) => {
      await requireWorkflow(ctx.web.store, input.workflowId);
      await ctx.web.engine.setBreaker({ ...input, by: ctx.person.id });
      return {};
    }),
});
