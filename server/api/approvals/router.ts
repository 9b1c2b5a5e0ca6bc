import { z } from 'zod';
import type { Json, JsonObject } from '#domain/definition/schema/json.ts';
import { answerApproval } from '#server/approvals/answer.ts';
import { countApprovals } from '#server/approvals/count.ts';
import { listApprovals } from '#server/approvals/list.ts';
import { previewAnswer } from '#server/approvals/preview.ts';
import { personNames } from '#server/auth/person-names.ts';
import { approvalStatuses } from '#server/store/approval-row.ts';
import { actedRun, attemptId, params, runId } from '../runs/schema.ts';
import { procedureFor, router } from '../trpc.ts';
import { workflowId } from '../workflows/schema.ts';

const approval = z.object({
  attemptId: z.string(),
  runId: z.string(),
  runNumber: z.number().nullable(),
  workflowId: z.string(),
  workflowName: z.string(),
  task: z.string(),
  taskName: z.string(),
  mapIndex: z.number(),
  attempt: z.number(),
  message: z.string(),
  form: z.custom<JsonObject>().nullable(),
  audience: z.object({ role: z.string().nullable(), people: z.array(z.string()) }),
  status: z.enum(approvalStatuses),
  askedAt: z.number(),
  dueAt: z.number().nullable(),
  answeredAt: z.number().nullable(),
  /** Name of the person who answered. */
  answeredBy: z.string().nullable(),
  comment: z.string().nullable(),
  answers: z.custom<Json>().nullable(),
  mine: z.boolean(),
});

/** What people are asked. An answer is a command to the engine; who may give it, the question says. */
export const approvalsRouter = router({
  list: procedureFor('approvals.read')
    .input(
      z.strictObject({
        status: z.array(z.enum(approvalStatuses)).max(approvalStatuses.length).optional(),
        workflowId: workflowId.optional(),
        runId: runId.optional(),
        cursor: z.string().max(1_200).nullish(),
        /** Sent by infinite queries of the browser's cache. */
        direction: z.enum(['forward', 'backward']).optional(),
        limit: z.number().int().min(1).max(200).default(50),
      }),
    )
    .output(z.object({ approvals: z.array(approval), nextCursor: z.string().nullable() }))
    .query(async ({ ctx: { web, person }, input: { status, workflowId: ofWorkflow, runId: ofRun, cursor, limit } }) =>
      listApprovals(
        web.store,
        {
          ...(status ? { status } : {}),
          ...(ofWorkflow === undefined ? {} : { workflowId: ofWorkflow }),
          ...(ofRun === undefined ? {} : { runId: ofRun }),
          cursor: cursor ?? null,
          limit,
        },
        person,
        await personNames(web.auth),
      ),
    ),

  /** How many wait, and how many of them for the one who asks. */
  count: procedureFor('approvals.read')
    .input(z.void())
    .output(z.object({ waiting: z.number(), mine: z.number() }))
    .query(({ ctx }) => countApprovals(ctx.web.store, ctx.person)),

  /** What an answer would do in the run; changes nothing. */
  preview: procedureFor('approvals.answer')
    .input(z.strictObject({ id: attemptId }))
    .output(actedRun)
    .query(({ ctx: { web, person }, input }) => previewAnswer(web.store, web.engine, input.id, person)),

  answer: procedureFor('approvals.answer')
    .input(
      z.strictObject({
        id: attemptId,
        decision: z.enum(['approved', 'rejected']),
        answers: params.optional(),
        comment: z.string().trim().max(10_000).optional(),
      }),
    )
    .output(z.object({}))
    .mutation(async ({ ctx, input: { answers, comment, ...rest } }) => {
      const input = { ...rest, ...(answers === undefined ? {} : { answers }), ...(comment ? { comment } : {}) };
      await answerApproval(ctx.web.store, ctx.web.engine, input, ctx.person);
      return {};
    }),
});
