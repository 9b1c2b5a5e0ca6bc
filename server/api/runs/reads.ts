import { z } from 'zod';
import { listedRunTypes } from '#domain/run/listed-run-types.ts';
import { runStatuses } from '#domain/run/status.ts';
import { personNames } from '#server/auth/person-names.ts';
import { gridOf } from '#server/runs/grid.ts';
import { getRun } from '#server/runs/get.ts';
import { listAttempts } from '#server/runs/list-attempts.ts';
import { listNotedRuns } from '#server/runs/list-noted.ts';
import { listRuns } from '#server/runs/list.ts';
import { relativesOf } from '#server/runs/relatives.ts';
import { requireAttempt } from '#server/runs/require-attempt.ts';
import { requireRun } from '#server/runs/require-run.ts';
import { usualOf } from '#server/runs/usual.ts';
import { withoutToken } from '#server/runs/without-token.ts';
import { nameOf } from '#server/workflows/name-of.ts';
import { procedureFor } from '../trpc.ts';
import { definition, workflowId } from '../workflows/schema.ts';
import {
  attempt,
  attemptId,
  gridRun,
  listedRun,
  logChunk,
  mapIndex,
  numberedEvent,
  output,
  relative,
  runId,
  runRow,
  taskId,
  usualDurations,
  waitingTaskRun,
} from './schema.ts';

const ofRun = z.strictObject({ runId });
const page = { afterSeq: z.number().int().min(0).default(0), limit: z.number().int().min(1).max(5_000).default(1_000) };
const byName = <T extends { createdBy: string | null; reason: string | null }>(
  run: T,
  names: ReadonlyMap<string, string>,
): T => ({
  ...run,
  createdBy: nameOf(run.createdBy, names),
  // The machine knows people by id only.
  reason: run.reason?.replace(/^cancelled by (\S+)$/, (_, id: string) => `cancelled by ${names.get(id) ?? 'somebody'}`) ?? null,
});

/** What can be seen of runs. */
export const runReads = {
  list: procedureFor('runs.read')
    .input(
      z
        .strictObject({
          workflowId: workflowId.optional(),
          status: z.array(z.enum(runStatuses)).max(runStatuses.length).optional(),
          kind: z.array(z.enum(listedRunTypes)).max(listedRunTypes.length).optional(),
          triggerId: z.string().min(1).max(200).optional(),
          /** Made at `from` or later, before `to`; ms since the epoch. */
          from: z.number().int().min(0).optional(),
          to: z.number().int().min(0).optional(),
          /** Words that a note of the run, or of one of its task runs, has to hold. */
          note: z.string().trim().max(200).optional(),
          cursor: z.string().max(400).nullish(),
          /** Sent by infinite queries of the browser's cache. */
          direction: z.enum(['forward', 'backward']).optional(),
          limit: z.number().int().min(1).max(200).default(50),
        })
        .refine(({ triggerId, workflowId: of }) => triggerId === undefined || of !== undefined, {
          path: ['triggerId'],
          message: 'A trigger is one of a workflow: name the workflow too.',
        }),
    )
    .output(z.object({ runs: z.array(listedRun), nextCursor: z.string().nullable() }))
    .query(async ({ ctx: { web }, input: { workflowId: id, status, kind, triggerId, from, to, note, cursor, limit } }) => {
      const wanted = {
        ...(id ? { workflowId: id } : {}),
        ...(status?.length ? { status } : {}),
        ...(kind?.length ? { runType: kind } : {}),
        ...(triggerId ? { triggerId } : {}),
        ...(from === undefined ? {} : { from }),
        ...(to === undefined ? {} : { to }),
        cursor: cursor ?? null,
        limit,
      };
      const found = await (note ? listNotedRuns(web.store, { ...wanted, note }) : listRuns(web.store, wanted));
      const names = await personNames(web.auth);
      return { ...found, runs: found.runs.map((run) => byName(run, names)) };
    }),

  /** Runs × tasks of one workflow, newest run first. */
  grid: procedureFor('runs.read')
    .input(
      z.strictObject({
        workflowId,
        runType: z.enum(['scheduled', 'manual', 'backfill']).optional(),
        cursor: z.string().max(400).nullish(),
        direction: z.enum(['forward', 'backward']).optional(),
        limit: z.number().int().min(1).max(100).default(50),
      }),
    )
    .output(z.object({ runs: z.array(gridRun), nextCursor: z.string().nullable() }))
    .query(async ({ ctx: { web }, input: { workflowId: id, runType, cursor, limit } }) => {
      const page = await gridOf(web.store, {
        workflowId: id,
        ...(runType ? { runType } : {}),
        cursor: cursor ?? null,
        limit,
      });
      return { runs: page.runs.map(({ run, cells }) => ({ ...run, cells })), nextCursor: page.nextCursor };
    }),

  /** Enough for the browser to fold the run itself. `whole`: every event and no snapshot. */
  get: procedureFor('runs.read')
    .input(ofRun.extend({ whole: z.boolean().default(false) }))
    .output(
      z.object({
        run: runRow,
        definition,
        seq: z.number(),
        machine: z.number().nullable(),
        state: z.string().nullable(),
        events: z.array(numberedEvent),
        definitionVersionExists: z.boolean(),
        /** Versions that it was on before it was moved to a newer one, as far as the events given here need them. */
        earlier: z.array(z.object({ version: z.number(), definition })),
        /** Names of everybody with an account, by id: `by` of an event is an id. */
        people: z.record(z.string(), z.string()),
      }),
    )
    .query(async ({ ctx: { web }, input }) => {
      const [found, names] = await Promise.all([getRun(web.store, input.runId, input.whole), personNames(web.auth)]);
      return { ...found, run: byName(found.run, names), people: Object.fromEntries(names) };
    }),

  /** The run that started this one, and those that its tasks started. */
  relatives: procedureFor('runs.read')
    .input(ofRun)
    .output(z.object({ parent: relative.nullable(), children: z.array(relative) }))
    .query(({ ctx, input }) => relativesOf(ctx.web.store, input.runId)),

  attempts: procedureFor('runs.read')
    .input(ofRun.extend({ task: taskId.optional(), index: mapIndex }))
    .output(z.array(attempt))
    .query(({ ctx, input: { runId: id, task, index } }) =>
      listAttempts(ctx.web.store, {
        runId: id,
        ...(task === undefined ? {} : { task }),
        ...(index === undefined ? {} : { index }),
      }),
    ),

  /** Output of the newest successful attempt of each task run. */
  outputs: procedureFor('runs.read')
    .input(ofRun)
    .output(z.array(output))
    .query(async ({ ctx, input }) => {
      await requireRun(ctx.web.store, input.runId);
      return ctx.web.store.runs.outputs(input.runId);
    }),

  logs: procedureFor('logs.read')
    .input(z.strictObject({ attemptId, ...page }))
    .output(z.array(logChunk))
    .query(async ({ ctx, input }) => {
      await requireAttempt(ctx.web.store, input.attemptId);
      return ctx.web.store.runs.logs(input.attemptId, input.afterSeq, input.limit);
    }),

  /** How long runs and tasks of a workflow usually take, from its newest finished runs. */
  usual: procedureFor('runs.read')
    .input(z.strictObject({ workflowId }))
    .output(usualDurations)
    .query(({ ctx, input }) => usualOf(ctx.web.store, input.workflowId)),

  /** Why each task run waits (of one task, when it is named): every condition that is not met; with `estimate` also when it will probably begin. */
  waiting: procedureFor('runs.read')
    .input(ofRun.extend({ task: taskId.optional(), estimate: z.boolean().default(false) }))
    .output(z.array(waitingTaskRun))
    .query(async ({ ctx, input: { runId: id, task, estimate } }) => {
      await requireRun(ctx.web.store, id);
      return ctx.web.engine.waiting({ runId: id, estimate, ...(task === undefined ? {} : { task }) });
    }),

  events: procedureFor('runs.read')
    .input(ofRun.extend(page))
    .output(z.array(numberedEvent))
    .query(async ({ ctx, input }) => {
      await requireRun(ctx.web.store, input.runId);
      const events = await ctx.web.store.runs.events(input.runId, input.afterSeq, input.limit);
      return events.map(({ seq, event }) => ({ seq, event: withoutToken(event) }));
    }),
};
