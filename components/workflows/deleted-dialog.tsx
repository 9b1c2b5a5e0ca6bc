'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useTRPC } from '#components/data/trpc.ts';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { SearchField } from '#components/ui/search-field.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { Time } from '#components/ui/time.tsx';
import { toast } from '#components/ui/toast.ts';

/** From so many on they are searched. */
const searched = 8;

/** Workflows that were deleted, the last one first; each can be brought back with its runs and versions, switched off. */
export function DeletedDialog({ onClose }: { onClose: () => void }) {
  const trpc = useTRPC();
  const cache = useQueryClient();
  const query = useQuery(trpc.workflows.deleted.queryOptions(undefined, { staleTime: 0 }));
  const [search, setSearch] = useState('');
  const asked = useDeferredValue(search).trim().toLowerCase();
  const restore = useMutation(
    trpc.workflows.restore.mutationOptions({
      onError: (error) => toast({ level: 'error', title: 'It did not come back.', body: error.message }),
      onSettled: () =>
        Promise.all([
          cache.invalidateQueries({ queryKey: trpc.workflows.deleted.queryKey() }),
          cache.invalidateQueries({ queryKey: trpc.workflows.list.queryKey() }),
        ]),
    }),
  );
  const all = query.data ?? [];
  const shown = all.filter(({ name, project }) => `${name}\n${project}`.toLowerCase().includes(asked));
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      width={520}
      title="Deleted workflows"
      description="Their runs and versions are kept. One that is restored comes back switched off."
    >
      {query.isPending ? (
        <Skeleton rows={4} />
      ) : query.isError && !query.data ? (
        <EmptyState
          className="py-6"
          title="They could not be read."
          action={<Button onClick={() => void query.refetch()}>Try again</Button>}
        >
          {query.error.message}
        </EmptyState>
      ) : all.length === 0 ? (
        <EmptyState className="py-6" title="No workflow is deleted." />
      ) : (
        <>
          {all.length > searched ? (
            <SearchField className="mb-2" label="Search deleted workflows" value={search} onChange={setSearch} />
          ) : null}
          {shown.length === 0 ? <p className="py-3 text-13 text-ink-3">Nothing matches {search}.</p> : null}
          <ul aria-label="Deleted workflows">
            {shown.map((workflow) => (
              <li key={workflow.id} className="flex min-h-11 items-center gap-3 border-b border-line py-1.5 last:border-b-0">
                <span className="min-w-0 flex-1">
                  <span className="block truncate text-13 font-strong">{workflow.name}</span>
                  <span className="block truncate text-12 text-ink-3">
                    {workflow.project === '' ? null : `${workflow.project} · `}
                    {workflow.version === null ? 'never published' : `version ${workflow.version}`} · deleted{' '}
                    <Time at={workflow.deletedAt} relative="only" />
                  </span>
                </span>
                <Button
                  aria-label={`Restore ${workflow.name}`}
                  busy={restore.isPending && restore.variables.id === workflow.id}
                  onClick={() =>
                    restore.mutate(
                      { id: workflow.id },
                      { onSuccess: () => toast({ title: `${workflow.name} is back, switched off.` }) },
                    )
                  }
                >
                  Restore
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </Dialog>
  );
}
