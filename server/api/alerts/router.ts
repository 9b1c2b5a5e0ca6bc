import { z } from 'zod';
import { alertEvents } from '#domain/definition/schema/workflow.ts';
import { listAlerts } from '#server/alerts/list.ts';
import { alertStatuses } from '#server/store/alert-row.ts';
import { runId } from '../runs/schema.ts';
import { procedureFor, router } from '../trpc.ts';
import { workflowId } from '../workflows/schema.ts';

const status = z.enum(alertStatuses);
const alert = z.object({
  id: z.string(),
  workflowId: z.string(),
  workflowName: z.string(),
  runId: z.string().nullable(),
  runNumber: z.number().nullable(),
  event: z.enum(alertEvents),
  connection: z.string(),
  to: z.string().nullable(),
  subject: z.string(),
  text: z.string(),
  status,
  tries: z.number(),
  createdAt: z.number(),
  nextAt: z.number(),
  sentAt: z.number().nullable(),
  error: z.string().nullable(),
});

/** Alerts: who was told what, what waits to be sent, and what could not be. */
export const alertsRouter = router({
  list: procedureFor('alerts.read')
    .input(
      z.strictObject({
        status: z.array(status).max(alertStatuses.length).optional(),
        workflowId: workflowId.optional(),
        runId: runId.optional(),
        cursor: z.string().max(1_200).nullish(),
        /** Sent by infinite queries of the browser's cache. */
        direction: z.enum(['forward', 'backward']).optional(),
        limit: z.number().int().min(1).max(200).default(50),
      }),
    )
    .output(z.object({ alerts: z.array(alert), nextCursor: z.string().nullable() }))
    .query(({ ctx: { web }, input: { status: of, workflowId: ofWorkflow, runId: ofRun, cursor, limit } }) =>
      listAlerts(web.store, {
        ...(of ? { status: of } : {}),
        ...(ofWorkflow === undefined ? {} : { workflowId: ofWorkflow }),
        ...(ofRun === undefined ? {} : { runId: ofRun }),
        cursor: cursor ?? null,
        limit,
      }),
    ),

  /** How many could not be sent. */
  count: procedureFor('alerts.read')
    .input(z.void())
    .output(z.object({ failed: z.number() }))
    .query(async ({ ctx }) => ({ failed: await ctx.web.store.alerts.count('failed') })),

  /** Has one tried now that waits or was given up. */
  sendAgain: procedureFor('alerts.send')
    .input(z.strictObject({ id: z.string().min(1).max(1_000) }))
    .output(z.object({}))
    .mutation(async ({ ctx, input }) => {
      await ctx.web.engine.sendAlertAgain(input);
      return {};
    }),
});
