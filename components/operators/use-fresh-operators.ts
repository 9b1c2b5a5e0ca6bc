'use client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTopic } from '#components/data/use-topic.ts';
import { useTRPC } from '#components/data/trpc.ts';

/** Brings palette, forms and problems up to date when somebody changes an operator in the data directory. */
export function useFreshOperators(): void {
  const trpc = useTRPC();
  const client = useQueryClient();
  // What the page was drawn with; asked for together with the operators themselves.
  const drawn = useQuery(trpc.operators.revision.queryOptions(undefined, { staleTime: Infinity })).data?.revision;
  const [told, setTold] = useState<string | undefined>(undefined);
  const shown = useRef<string | undefined>(undefined);
  useTopic({ kind: 'operators' }, (message) => {
    if (message.kind === 'operators') setTold(message.items.at(-1)?.revision);
  });
  useEffect(() => {
    if (drawn === undefined || told === undefined || told === (shown.current ?? drawn)) return;
    shown.current = told;
    for (const queryKey of [trpc.operators.catalog.queryKey(), trpc.operators.own.queryKey()]) {
      const query = client.getQueryCache().find({ queryKey, exact: true });
      // A first answer that is still on its way may be an old one, and would count as the new one.
      const first = query !== undefined && query.state.data === undefined ? query.promise : undefined;
      void Promise.resolve(first)
        .catch(() => {})
        .then(() => client.invalidateQueries({ queryKey }));
    }
  }, [client, drawn, told, trpc]);
}
