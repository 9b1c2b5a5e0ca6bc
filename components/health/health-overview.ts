import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '#server/api/root.ts';

/** What the server says of its own health. */
export type HealthOverview = inferRouterOutputs<AppRouter>['health']['overview'];
