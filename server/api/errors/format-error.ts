import type { TRPCDefaultErrorShape, TRPCError } from '@trpc/server';
import { ZodError } from 'zod';
import { Refusal } from '#server/refusal.ts';
import { StoreUnavailable } from '#server/store/store.ts';

/** What the browser gets of an error beside tRPC's own fields. */
export interface ErrorReason {
  /** Dotted code of docs/errors.md. */
  reason: string;
  details?: unknown;
}

/** Shape of every error: a sentence, tRPC's code, our dotted code. Nothing of an unexpected error leaves the house. */
export function formatError({ shape, error }: { shape: TRPCDefaultErrorShape; error: TRPCError }): Omit<
  TRPCDefaultErrorShape,
  'data'
> & {
  data: TRPCDefaultErrorShape['data'] & ErrorReason;
} {
  const { cause } = error;
  const { stack: _, ...data } = shape.data;
  const say = (message: string, reason: ErrorReason) => ({ ...shape, message, data: { ...data, ...reason } });
  if (cause instanceof Refusal)
    return say(cause.message, { reason: cause.code, ...(cause.details === undefined ? {} : { details: cause.details }) });
  if (cause instanceof StoreUnavailable) return say(error.message, { reason: cause.code });
  if (cause instanceof ZodError && error.code === 'BAD_REQUEST') {
    const issue = cause.issues[0];
    const place = issue?.path.length ? `${issue.path.join('.')}: ` : '';
    return say(`The request is not understood. ${place}${issue?.message ?? 'wrong form'}.`, { reason: 'request.invalid' });
  }
  if (error.code === 'INTERNAL_SERVER_ERROR')
    return say('Something went wrong on the server. Its log says what.', { reason: 'internal' });
  return say(error.message, { reason: `request.${error.code.toLowerCase().replaceAll('_', '-')}` });
}
