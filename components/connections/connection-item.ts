import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '#server/api/root.ts';

type Outputs = inferRouterOutputs<AppRouter>['connections'];

/** A line of the list of connections as the server gives it. */
export type ConnectionItem = Outputs['list'][number];
/** A kind of connection with the schema of its form. */
export type ConnectionKindItem = Outputs['types'][number];
/** How trying a connection went. */
export type ConnectionTestItem = Outputs['test'];
