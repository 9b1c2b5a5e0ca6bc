import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '#server/api/root.ts';

/** A line of the list as the server gives it. */
export type WorkflowItem = inferRouterOutputs<AppRouter>['workflows']['list'][number];
