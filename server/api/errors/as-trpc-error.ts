import { TRPCError } from '@trpc/server';
import { Refusal } from '#server/refusal.ts';
import { StoreUnavailable } from '#server/store/store.ts';
import { trpcCode } from '#server/trpc-code.ts';

/** The error as tRPC answers it: a refusal keeps its status and sentence, a database that cannot answer is 503, the rest stays what it is. */
export function asTrpcError(error: unknown): TRPCError {
  const cause = error instanceof TRPCError ? error.cause : error;
  if (cause instanceof Refusal) return new TRPCError({ code: trpcCode[cause.status], message: cause.message, cause });
  if (cause instanceof StoreUnavailable)
    return new TRPCError({ code: 'SERVICE_UNAVAILABLE', message: 'The database cannot take this now. Try again.', cause });
  if (error instanceof TRPCError) return error;
  return new TRPCError({ code: 'INTERNAL_SERVER_ERROR', cause: error });
}
