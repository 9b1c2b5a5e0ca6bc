import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '#server/api/root.ts';

/** A person's own operator as the server lists it. */
export type OwnOperatorItem = inferRouterOutputs<AppRouter>['operators']['own'][number];
