'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTRPC } from '#components/data/trpc.ts';
import { useUrlParam } from '#components/shell/use-url-param.ts';
import { PageHead } from '#components/shell/page-head.tsx';
import { ListSearch } from '#components/shell/list-search.tsx';
import { matchesSearch } from '#components/shell/matches-search.ts';
import { Button } from '#components/ui/button.tsx';
import { cx } from '#components/ui/cx.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { toast } from '#components/ui/toast.ts';
import { connectionColumns } from './connection-columns.ts';
import { ConnectionDialog } from './connection-dialog.tsx';
import type { ConnectionItem } from './connection-item.ts';
import { ConnectionRow } from './connection-row.tsx';
import { RemoveConnection } from './remove-connection.tsx';

const heads: [name: string, more?: string][] = [
  ['Name', 'pl-6 max-xl:pl-4'],
  ['Type'],
  ['Host or file'],
  ['Used by', 'max-lg:hidden'],
  ['Last test'],
];

type Open = { dialog: 'new' } | { dialog: 'remove'; connection: ConnectionItem } | null;

/** Every connection: where it leads, who uses it, how its last test went. */
export function ConnectionsPage() {
  const trpc = useTRPC();
  const cache = useQueryClient();
  const query = useQuery(trpc.connections.list.queryOptions());
  const kinds = useQuery(trpc.connections.types.queryOptions(undefined, { staleTime: Infinity }));
  const [open, setOpen] = useState<Open>(null);
  const [opened, setOpened] = useUrlParam('connection');
  const [search, setSearch] = useUrlParam('q');
  const [testing, setTesting] = useState<ReadonlySet<string>>(new Set());
  const test = useMutation(trpc.connections.test.mutationOptions());
  const titles = new Map(kinds.data?.map(({ type, title }) => [type, title]));
  const close = (): void => setOpen(null);
  const tryOne = async (id: string): Promise<void> => {
    setTesting((before) => new Set(before).add(id));
    try {
      await test.mutateAsync({ id });
      await cache.invalidateQueries({ queryKey: trpc.connections.list.queryKey() });
    } catch (error) {
      toast({ level: 'error', title: 'It could not be tried.', body: error instanceof Error ? error.message : undefined });
    } finally {
      setTesting((before) => new Set([...before].filter((one) => one !== id)));
    }
  };
  const add = (
    <Button look="primary" icon={<Plus strokeWidth={1.75} />} onClick={() => setOpen({ dialog: 'new' })}>
      New connection
    </Button>
  );
  const list = query.data ?? [];
  const changed = list.find(({ id, name }) => id === opened || name === opened);
  const shown = list.filter((one) =>
    matchesSearch(search, [one.name, one.type, titles.get(one.type), one.host, String(one.settings.file ?? '')]),
  );
  return (
    <>
      <PageHead title="Connections" {...(query.data ? { count: list.length } : {})}>
        {list.length > 0 ? add : null}
      </PageHead>
      {query.isPending ? (
        <Skeleton rows={6} className="flex-1" />
      ) : query.isError && !query.data ? (
        <EmptyState
          className="flex-1"
          title="The connections could not be read."
          action={<Button onClick={() => void query.refetch()}>Try again</Button>}
        >
          {query.error.message}
        </EmptyState>
      ) : list.length === 0 ? (
        <EmptyState className="flex-1" title="There is no connection yet." action={add}>
          A database, a web service, a mail server: its address and its secret are kept here, and tasks name it. Nobody can read a
          secret back.
        </EmptyState>
      ) : (
        <>
          <ListSearch label="Search connections" count={list.length} shown={shown.length} value={search} onChange={setSearch} />
          {shown.length === 0 ? (
            <EmptyState
              className="flex-1"
              title={`Nothing matches ${search}.`}
              action={<Button onClick={() => setSearch('')}>Show all {list.length}</Button>}
            />
          ) : (
            <div className="scroll min-h-0 flex-1" data-list>
              <div role="grid" aria-label="Connections" aria-rowcount={shown.length + 1}>
                <div role="rowgroup" className="sticky top-0 z-10 border-b border-line bg-surface max-sm:sr-only">
                  <div role="row" className={cx(connectionColumns, 'h-8')}>
                    {heads.map(([head, more]) => (
                      <span key={head} role="columnheader" className={cx('px-2 text-12 whitespace-nowrap text-ink-3', more)}>
                        {head}
                      </span>
                    ))}
                    <span role="columnheader">
                      <span className="sr-only">Acts</span>
                    </span>
                  </div>
                </div>
                <div role="rowgroup">
                  {shown.map((connection, i) => (
                    <ConnectionRow
                      key={connection.id}
                      connection={connection}
                      title={titles.get(connection.type) ?? connection.type}
                      rowIndex={i + 2}
                      testing={testing.has(connection.id)}
                      onOpen={() => setOpened(connection.id)}
                      onTest={() => void tryOne(connection.id)}
                      onRemove={() => setOpen({ dialog: 'remove', connection })}
                    />
                  ))}
                </div>
              </div>
            </div>
          )}
        </>
      )}
      {open?.dialog === 'new' ? <ConnectionDialog onClose={close} /> : null}
      {changed === undefined ? null : <ConnectionDialog key={changed.id} connection={changed} onClose={() => setOpened('')} />}
      {open?.dialog === 'remove' ? <RemoveConnection connection={open.connection} onClose={close} /> : null}
    </>
  );
}
