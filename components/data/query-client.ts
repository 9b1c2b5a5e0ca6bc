import { QueryClient } from '@tanstack/react-query';
import { TRPCClientError } from '@trpc/client';

/** A refusal stays one however often it is asked; what may be a network or a restart is tried again. */
const mayPass = (error: unknown) =>
  !(error instanceof TRPCClientError) || !error.data || Number((error.data as { httpStatus?: number }).httpStatus) >= 500;

/** The browser's cache of what it has read. Live parts are kept fresh by the feed, so nothing polls. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        retry: (failures, error) => failures < 4 && mayPass(error),
        retryDelay: (failures) => Math.min(500 * 2 ** failures, 5_000),
      },
      mutations: { retry: false },
    },
  });
}
