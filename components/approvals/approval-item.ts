import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '#server/api/root.ts';

/** A question of the list. */
export type ApprovalItem = inferRouterOutputs<AppRouter>['approvals']['list']['approvals'][number];
