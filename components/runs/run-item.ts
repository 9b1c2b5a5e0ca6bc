import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '#server/api/root.ts';

/** A line of the list of runs as the server gives it. */
export type RunItem = inferRouterOutputs<AppRouter>['runs']['list']['runs'][number];
