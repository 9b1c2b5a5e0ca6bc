import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '#server/api/root.ts';

/** A circuit breaker of the list. */
export type BreakerItem = inferRouterOutputs<AppRouter>['breakers']['list'][number];
