import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '#server/api/root.ts';

/** What is to be cleared: in which runs, and whether in the runs before and after. */
export type RunClear = inferRouterInputs<AppRouter>['runs']['previewClear'];
/** What that changes in one run. */
export type RunClearPreview = inferRouterOutputs<AppRouter>['runs']['previewClear']['previews'][number];
