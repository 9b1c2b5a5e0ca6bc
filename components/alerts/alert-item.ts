import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '#server/api/root.ts';

/** An alert of the list. */
export type AlertItem = inferRouterOutputs<AppRouter>['alerts']['list']['alerts'][number];
