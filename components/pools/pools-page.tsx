'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTRPC } from '#components/data/trpc.ts';
import { useUrlParam } from '#components/shell/use-url-param.ts';
import { PageHead } from '#components/shell/page-head.tsx';
import { ListSearch } from '#components/shell/list-search.tsx';
import { matchesSearch } from '#components/shell/matches-search.ts';
import { usePerson } from '#components/shell/person.tsx';
import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { toast } from '#components/ui/toast.ts';
import { PoolDialog } from './pool-dialog.tsx';
import { poolColumns } from './pool-columns.ts';
import type { PoolItem } from './pool-item.ts';
import { PoolRow } from './pool-row.tsx';

/** Use changes all the time; asked for again so often while the page is looked at. */
const freshMs = 2_000;

/** Pools: how many slots each has, who holds them and who waits. Admins make, resize and delete them. */
export function PoolsPage() {
  const trpc = useTRPC();
  const client = useQueryClient();
  const admin = usePerson().role === 'admin';
  const query = useQuery(trpc.pools.list.queryOptions(undefined, { refetchInterval: freshMs }));
  const names = new Map(useQuery(trpc.workflows.list.queryOptions()).data?.map((w) => [w.id, w.name]));
  const [adding, setAdding] = useState(false);
  const [opened, setOpened] = useUrlParam('pool');
  const [search, setSearch] = useUrlParam('q');
  const edited = admin ? (query.data?.find(({ name }) => name === opened) ?? null) : null;
  const close = () => {
    setAdding(false);
    setOpened('');
  };
  const shown = (query.data ?? []).filter(({ name, description }) => matchesSearch(search, [name, description]));
  const again = () => client.invalidateQueries({ queryKey: trpc.pools.list.queryKey() });
  const put = useMutation(trpc.pools.put.mutationOptions({ onSuccess: again }));
  const remove = useMutation(
    trpc.pools.remove.mutationOptions({
      onSuccess: again,
      onError: (error) => toast({ level: 'error', title: 'The pool stays.', body: error.message }),
    }),
  );
  const deletePool = (pool: PoolItem) =>
    remove.mutate(
      { name: pool.name },
      {
        onSuccess: () =>
          toast({
            title: `${pool.name} deleted.`,
            undo: () => put.mutate({ name: pool.name, slots: pool.slots, description: pool.description }),
          }),
      },
    );
  return (
    <>
      <PageHead title="Pools" {...(query.data ? { count: query.data.length } : {})}>
        {admin ? (
          <Button look="primary" icon={<Plus strokeWidth={1.75} />} onClick={() => setAdding(true)}>
            New pool
          </Button>
        ) : null}
      </PageHead>
      <p className="shrink-0 border-b border-line px-6 py-2.5 text-12 text-ink-2 max-xl:px-4">
        Tasks of one pool share its slots, over all runs: at most so many work at a time. A task says in its settings which pool
        it uses; without one it uses default.
      </p>
      {query.isPending ? (
        <Skeleton rows={6} className="flex-1" />
      ) : !query.data ? (
        <EmptyState title="The pools cannot be read." action={<Button onClick={() => void query.refetch()}>Try again</Button>}>
          {query.error.message}
        </EmptyState>
      ) : (
        <>
          <ListSearch label="Search pools" count={query.data.length} shown={shown.length} value={search} onChange={setSearch} />
          {shown.length === 0 ? (
            <EmptyState
              className="flex-1"
              title={`Nothing matches ${search}.`}
              action={<Button onClick={() => setSearch('')}>Show all {query.data.length}</Button>}
            />
          ) : (
            <div className="scroll min-h-0 flex-1">
              <div role="table" aria-label="Pools">
                <div role="row" className={`${poolColumns} sticky top-0 z-10 h-8 border-b border-line bg-surface max-sm:sr-only`}>
                  {['Pool', 'Slots in use', 'Waiting', 'Held by', 'Waits'].map((head) => (
                    <span key={head} role="columnheader" className="px-2 text-12 text-ink-3 first:pl-6 max-xl:first:pl-4">
                      {head}
                    </span>
                  ))}
                  <span role="columnheader">
                    <span className="sr-only">Acts</span>
                  </span>
                </div>
                {shown.map((pool) => (
                  <PoolRow
                    key={pool.name}
                    pool={pool}
                    workflow={(id) => names.get(id) ?? id}
                    {...(admin ? { onEdit: () => setOpened(pool.name), onDelete: () => deletePool(pool) } : {})}
                  />
                ))}
              </div>
            </div>
          )}
        </>
      )}
      {edited !== null || adding ? (
        <PoolDialog
          pool={edited}
          taken={new Set(query.data?.filter(({ known }) => known).map(({ name }) => name))}
          busy={put.isPending}
          error={put.error?.message}
          onClose={() => {
            put.reset();
            close();
          }}
          onSave={(pool) => put.mutate(pool, { onSuccess: close })}
        />
      ) : null}
    </>
  );
}
