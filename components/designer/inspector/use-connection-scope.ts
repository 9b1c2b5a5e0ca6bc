import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { JsonObject } from '#domain/definition/schema/json.ts';
import { useTRPC } from '#components/data/trpc.ts';

/** `conn` as a template reads it: connections by name, with what is no secret of them. Null while there are none. */
export function useConnectionScope(): JsonObject | null {
  const { data } = useQuery(useTRPC().connections.list.queryOptions());
  return useMemo(
    () =>
      data === undefined || data.length === 0
        ? null
        : Object.fromEntries(data.map(({ name, type, host, settings }) => [name, { ...settings, type, origin: host }])),
    [data],
  );
}
