'use client';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { useTRPC } from '#components/data/trpc.ts';
import { childWorkflows } from '#domain/validation/child-workflows.ts';
import type { KnownWorkflow } from '#domain/validation/known-workflow.ts';
import type { DesignerStore } from '../store/designer-store.ts';

/**
 * The workflows there are, by id, with the params of those that tasks of this draft run; null until the list is known. Changes only when
 * what it says changes.
 */
export function useKnownWorkflows(store: DesignerStore): ReadonlyMap<string, KnownWorkflow> | null {
  const trpc = useTRPC();
  const list = useQuery(trpc.workflows.list.queryOptions());
  const named = useStore(store, ({ workflow }) => childWorkflows(workflow).join(' '));
  const children = (list.data ?? []).flatMap(({ id, version }) =>
    version !== null && named.split(' ').includes(id) ? [{ workflowId: id, version }] : [],
  );
  const params = useQueries({
    // A version never changes.
    queries: children.map((child) => trpc.versions.params.queryOptions(child, { staleTime: Infinity })),
    combine: (answers) => JSON.stringify(answers.map(({ data }) => (data ? [data.params] : []))),
  });
  const listed = list.data && JSON.stringify(list.data.map(({ id, version }) => [id, version !== null]));
  const childIds = children.map(({ workflowId }) => workflowId).join(' ');
  return useMemo(() => {
    if (listed === undefined) return null;
    const known = new Map<string, KnownWorkflow>(
      (JSON.parse(listed) as [string, boolean][]).map(([id, isPublished]) => [id, { isPublished }]),
    );
    const answers = JSON.parse(params) as KnownWorkflow['params'][][];
    for (const [n, id] of childIds.split(' ').entries()) {
      const own = answers[n]?.[0];
      if (own !== undefined) known.set(id, { isPublished: true, params: own });
    }
    return known;
  }, [listed, params, childIds]);
}
