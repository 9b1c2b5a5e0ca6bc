import { TRPCClientError } from '@trpc/client';
import type { AppRouter } from '#server/api/root.ts';

/** The dotted code and details of an error of the API; null for anything else (the network, a defect of ours). */
export function errorReason(error: unknown): { reason: string; details?: unknown } | null {
  if (!(error instanceof TRPCClientError)) return null;
  const { data } = error as TRPCClientError<AppRouter>;
  return data?.reason ? { reason: data.reason, details: data.details } : null;
}
