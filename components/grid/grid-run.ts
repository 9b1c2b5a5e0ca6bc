import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '#server/api/root.ts';

/** A run of the grid with its tasks. */
export type GridRun = inferRouterOutputs<AppRouter>['runs']['grid']['runs'][number];
export type GridCell = GridRun['cells'][number];
