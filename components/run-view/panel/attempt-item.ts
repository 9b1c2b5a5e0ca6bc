import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '#server/api/root.ts';

/** An attempt with its artifacts as the server gives it. */
export type AttemptItem = inferRouterOutputs<AppRouter>['runs']['attempts'][number];
