'use client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTRPC } from '#components/data/trpc.ts';

/** How often the server is asked whether the operators are still the same, while somebody looks. */
const askEveryMs = 3_000;

/** Brings palette, forms and problems up to date when somebody changes an operator in the data directory. */
export function useFreshOperators(): void {
  const trpc = useTRPC();
  const client = useQueryClient();
  const revision = useQuery(
    trpc.operators.revision.queryOptions(undefined, {
      refetchInterval: askEveryMs,
      refetchOnWindowFocus: 'always',
      staleTime: 0,
    }),
  ).data?.revision;
  const seen = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (revision === undefined) return;
    const before = seen.current;
    seen.current = revision;
    if (before === undefined || before === revision) return;
    void client.invalidateQueries({ queryKey: trpc.operators.catalog.queryKey() });
    void client.invalidateQueries({ queryKey: trpc.operators.own.queryKey() });
  }, [client, revision, trpc]);
}
