import { Refusal } from '#server/refusal.ts';
import { StoreUnavailable } from '#server/store/store.ts';
import { StoreUnusable } from '#server/store/store-unusable.ts';
import { logFailure } from './log-failure.ts';

interface Answer {
  status: number;
  reason: string;
  message: string;
  details?: unknown;
}

function understand(error: unknown): Answer {
  if (error instanceof Refusal)
    return { status: error.status, reason: error.code, message: error.message, details: error.details };
  if (error instanceof StoreUnavailable)
    return { status: 503, reason: error.code, message: 'The database cannot take this now. Try again.' };
  // The first request may come before the engine has made the database.
  if (error instanceof StoreUnusable)
    return { status: 503, reason: error.code, message: 'The database is not ready. Try again in a moment.' };
  logFailure({}, error);
  return { status: 500, reason: 'internal', message: 'Something went wrong on the server. Its log says what.' };
}

/** The answer to a request that failed before, or outside, any procedure; in the form of tRPC's errors, so that one client reads both. */
export function answerRefusal(error: unknown): Response {
  const { status, reason, message, details } = understand(error);
  const data = { code: reason, httpStatus: status, reason, ...(details === undefined ? {} : { details }) };
  return Response.json({ error: { message, code: -32_000, data } }, { status, headers: { 'cache-control': 'no-store' } });
}
