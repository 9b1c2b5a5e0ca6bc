import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '#server/api/root.ts';

/** A pool of the list. */
export type PoolItem = inferRouterOutputs<AppRouter>['pools']['list'][number];
