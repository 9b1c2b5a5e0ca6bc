import { initTRPC, TRPCError } from '@trpc/server';
import { z } from 'zod';
import type { Json, JsonObject } from '#domain/definition/schema/json.ts';
import type { WorkflowFile } from '#domain/definition/schema/workflow.ts';
import { Refusal } from '#server/refusal.ts';
import { StoreUnavailable } from '#server/store/store.ts';
import { trpcCode } from '#server/trpc-code.ts';
import type { EngineCommands } from './commands.ts';

const by = z.string().max(200).nullable();
const id = z.string().min(1).max(400);
const ref = z.object({ task: id, index: z.number().int().min(0).optional() });
const workflow = z.object({ workflowId: id, by });
const run = z.object({ runId: id, by });
const key = z.string().min(1).max(255).optional();
const keyedRun = run.extend({ idempotencyKey: key });
const params = z.record(z.string(), z.json()) as z.ZodType<JsonObject>;
/** Its shape is judged where it is used, with places that a person understands. */
const draft = z.custom<WorkflowFile>((value) => typeof value === 'object' && value !== null && 'format' in value);
const tryInput = z.object({
  task: id,
  source: z.enum(['pin', 'run', 'try', 'typed']),
  runNumber: z.number().int().nullable(),
});
const refs = z.array(ref).max(10_000);
const direction = { upstream: z.boolean().optional(), downstream: z.boolean().optional() };
const mark = { ...ref.shape, status: z.enum(['success', 'failed', 'skipped']), ...direction };
const clear = {
  tasks: refs.min(1),
  ...direction,
  onlyFailed: z.boolean().optional(),
  spare: refs.optional(),
  version: z.union([z.enum(['own', 'newest']), z.number().int().min(1)]).optional(),
};
/** An act that is previewed; what it does has the same shape. */
const runAct = z.discriminatedUnion('type', [
  z.object({ type: z.literal('cancel') }),
  z.object({ type: z.literal('pause'), paused: z.boolean() }),
  z.object({ type: z.literal('clear'), ...clear }),
  z.object({ type: z.literal('force'), tasks: refs.min(1) }),
  z.object({ type: z.literal('mark'), ...mark }),
  z.object({ type: z.literal('answer'), ...ref.shape }),
]);

/** What every call brings: whether it carries the token of engine.json. */
export interface CommandContext {
  trusted: boolean;
}

/** The commands as a tRPC router: input is checked, a refusal keeps its code (`data.reason`), sentence and status. */
export function commandRouter(commands: EngineCommands) {
  const t = initTRPC.context<CommandContext>().create({
    isDev: false,
    errorFormatter: ({ shape, error }) => {
      const { cause } = error;
      const { stack: _, ...data } = shape.data;
      if (cause instanceof Refusal) return { ...shape, data: { ...data, reason: cause.code, details: cause.details } };
      if (cause instanceof StoreUnavailable) return { ...shape, data: { ...data, reason: cause.code } };
      const reason =
        error.code === 'INTERNAL_SERVER_ERROR' ? 'internal' : `request.${error.code.toLowerCase().replaceAll('_', '-')}`;
      return { ...shape, data: { ...data, reason } };
    },
  });
  const procedure = t.procedure.use(async ({ ctx, next }) => {
    if (!ctx.trusted) throw new TRPCError({ code: 'UNAUTHORIZED', message: 'The token of engine.json is missing or wrong.' });
    const result = await next();
    if (result.ok) return result;
    const { cause } = result.error;
    if (cause instanceof Refusal) throw new TRPCError({ code: trpcCode[cause.status], message: cause.message, cause });
    if (cause instanceof StoreUnavailable)
      throw new TRPCError({ code: 'SERVICE_UNAVAILABLE', message: 'The database cannot take this now. Try again.', cause });
    return result;
  });
  const act = <I extends z.ZodType, O>(input: I, does: (input: z.output<I>) => Promise<O>) =>
    procedure.input(input).mutation(({ input: given }) => does(given as z.output<I>));
  const ask = <I extends z.ZodType, O>(input: I, answers: (input: z.output<I>) => Promise<O>) =>
    procedure.input(input).query(({ input: given }) => answers(given as z.output<I>));
  return t.router({
    publish: act(workflow.extend({ revision: z.number().int(), message: z.string().max(10_000) }), commands.publish),
    setEnabled: act(workflow.extend({ enabled: z.boolean() }), commands.setEnabled),
    setTriggerEnabled: act(workflow.extend({ triggerId: id, enabled: z.boolean() }), commands.setTriggerEnabled),
    removeWorkflow: act(workflow, commands.removeWorkflow),
    restoreWorkflow: act(workflow, commands.restoreWorkflow),
    createRun: act(
      workflow.extend({
        params: params.optional(),
        logicalTime: z.number().int().optional(),
        draft: draft.optional(),
        idempotencyKey: key,
        trial: z.boolean().optional(),
      }),
      commands.createRun,
    ),
    createTry: act(
      workflow.extend({
        task: id,
        draft,
        params: params.optional(),
        given: z.record(z.string(), z.json()) as z.ZodType<Record<string, Json>>,
        inputs: z.array(tryInput).max(10_000),
      }),
      commands.createTry,
    ),
    cancelRun: act(keyedRun, commands.cancelRun),
    pauseRun: act(run.extend({ paused: z.boolean() }), commands.pauseRun),
    clearTasks: act(keyedRun.extend({ ...clear, consent: refs.optional() }), commands.clearTasks),
    previewAct: act(z.object({ runId: id, act: runAct }), commands.previewAct),
    forceTasks: act(keyedRun.extend({ tasks: refs.min(1), consent: refs.optional() }), commands.forceTasks),
    markTask: act(keyedRun.extend({ ...mark, consent: refs.optional() }), commands.markTask),
    setBreaker: act(workflow.extend({ open: z.boolean() }), commands.setBreaker),
    sendAlertAgain: act(z.object({ id: z.string().min(1).max(1_000) }), commands.sendAlertAgain),
    answerApproval: act(
      z.object({
        id,
        decision: z.enum(['approved', 'rejected']),
        answers: params.optional(),
        comment: z.string().max(10_000).optional(),
        by,
        byName: z.string().max(320),
      }),
      commands.answerApproval,
    ),
    nextOccurrences: ask(z.undefined().optional(), commands.nextOccurrences),
    waiting: ask(z.object({ runId: id, task: id.optional(), estimate: z.boolean().optional() }), commands.waiting),
    news: ask(
      z.object({
        after: z.number(),
        runId: id.optional(),
        until: z.literal('ended').optional(),
        eventsOf: z.array(id).max(100).optional(),
      }),
      commands.news,
    ),
    status: ask(z.undefined().optional(), commands.status),
    metrics: ask(z.undefined().optional(), commands.metrics),
    selfCheck: ask(z.undefined().optional(), commands.selfCheck),
    pools: ask(z.undefined().optional(), commands.pools),
    putPool: act(
      z.object({ name: id, slots: z.number().int().min(-1).max(1_000_000), description: z.string().max(2_000), by }),
      commands.putPool,
    ),
    removePool: act(z.object({ name: id, by }), commands.removePool),
  });
}

export type CommandRouter = ReturnType<typeof commandRouter>;
