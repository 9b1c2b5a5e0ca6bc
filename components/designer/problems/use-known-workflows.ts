'use client';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTRPC } from '#components/data/trpc.ts';

/** Whether each workflow there is has a version, by id; null until it is known. Changes only when what it says changes. */
export function useKnownWorkflows(): ReadonlyMap<string, boolean> | null {
  const list = useQuery(useTRPC().workflows.list.queryOptions());
  const text = list.data && JSON.stringify(list.data.map(({ id, version }) => [id, version !== null]));
  return useMemo(() => (text === undefined ? null : new Map(JSON.parse(text) as [string, boolean][])), [text]);
}
