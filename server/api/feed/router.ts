import { TRPCError, tracked } from '@trpc/server';
import { z } from 'zod';
import type { Person } from '#server/auth/person.ts';
import { sessionSignal } from '#server/feed/session-signal.ts';
import { requireAttempt } from '#server/runs/require-attempt.ts';
import { requireRun } from '#server/runs/require-run.ts';
import type { ApiContext } from '../context.ts';
import { attemptId, runId } from '../runs/schema.ts';
import { procedureFor, router } from '../trpc.ts';
import { changedRun } from './changed-run.ts';
import { followTopics } from './follow-topics.ts';
import { topics } from './topics.ts';

/** A browser that comes back says the last id it has seen: a seq. */
const lastEventId = z.string().max(20_000).nullish();
const seqOf = (text: string | null | undefined) => (text && /^\d{1,15}$/.test(text) ? Number(text) : 0);

/** Runs `stream` until the browser leaves or the session ends; the latter is 401, so that the browser asks to sign in. */
async function* whileSignedIn<T>(
  ctx: ApiContext & { person: Person },
  request: AbortSignal | undefined,
  stream: (signal: AbortSignal) => AsyncGenerator<T>,
): AsyncGenerator<T> {
  const session = sessionSignal(ctx.web.auth, ctx.person, ctx.headers, request);
  try {
    yield* stream(session.signal);
    if (session.sessionEnded()) throw new TRPCError({ code: 'UNAUTHORIZED', message: 'Your session has ended. Sign in again.' });
  } finally {
    session.close();
  }
}

export const feedRouter = router({
  /** Events of a run, each with its seq. */
  run: procedureFor('feed.read')
    .input(z.strictObject({ runId, lastEventId }))
    .subscription(async function* ({ ctx, input, signal }) {
      await requireRun(ctx.web.store, input.runId);
      const batches = whileSignedIn(ctx, signal, (until) => ctx.web.feed.run(input.runId, seqOf(input.lastEventId), until));
      for await (const batch of batches) for (const entry of batch) yield tracked(String(entry.seq), entry);
    }),

  /** Runs that changed. Begins with the newest, whatever was seen before: a row seen twice does no harm. */
  runs: procedureFor('feed.read')
    .input(z.strictObject({ lastEventId }).default({}))
    .subscription(async function* ({ ctx, signal }) {
      for await (const batch of whileSignedIn(ctx, signal, (until) => ctx.web.feed.runs(until)))
        for (const run of batch) yield tracked(`${run.id}.${run.seq}`, changedRun(run));
    }),

  /** Log of an attempt, chunk by chunk; ends with it. */
  logs: procedureFor('feed.read')
    .input(z.strictObject({ attemptId, lastEventId }))
    .subscription(async function* ({ ctx, input, signal }) {
      await requireAttempt(ctx.web.store, input.attemptId);
      const batches = whileSignedIn(ctx, signal, (until) => ctx.web.feed.log(input.attemptId, seqOf(input.lastEventId), until));
      for await (const batch of batches) for (const chunk of batch) yield tracked(String(chunk.seq), chunk);
    }),

  /** Everything one browser looks at, over one connection: its tabs share it. The id of each message says how far every topic has come. */
  many: procedureFor('feed.read')
    .input(z.strictObject({ topics, lastEventId }))
    .subscription(async function* ({ ctx, input, signal }) {
      const messages = whileSignedIn(ctx, signal, (until) =>
        followTopics(ctx.web.feed, ctx.web.store, ctx.web.operators, input.topics, input.lastEventId ?? null, until),
      );
      for await (const { id, message } of messages) yield tracked(id, message);
    }),
});
