import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '#server/api/root.ts';

/** An example of the gallery as the server gives it. */
export type Example = inferRouterOutputs<AppRouter>['examples']['list'][number];
