'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '#components/data/trpc.ts';
import { PageHead } from '#components/shell/page-head.tsx';
import { usePerson } from '#components/shell/person.tsx';
import { useUrlParam } from '#components/shell/use-url-param.ts';
import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { toast } from '#components/ui/toast.ts';
import { NoOwnOperators } from './no-own-operators.tsx';
import { OperatorFields } from './operator-fields.tsx';
import { OperatorRow } from './operator-row.tsx';
import { OwnOperators } from './own-operators.tsx';
import { useFreshOperators } from './use-fresh-operators.ts';

const example = 'csv-profile';

/** What tasks can be: people's own operators, broken ones with their problems, and the built-in ones. `?operator=` opens one. */
export function OperatorsPage() {
  const trpc = useTRPC();
  const client = useQueryClient();
  const admin = usePerson().role === 'admin';
  const [open, setOpen] = useUrlParam('operator');
  const own = useQuery(trpc.operators.own.queryOptions(undefined, { refetchOnWindowFocus: 'always' }));
  const catalog = useQuery(trpc.operators.catalog.queryOptions());
  useFreshOperators();
  const add = useMutation(
    trpc.operators.addExample.mutationOptions({
      onSuccess: async ({ folder }) => {
        await Promise.all([
          client.invalidateQueries({ queryKey: trpc.operators.own.queryKey() }),
          client.invalidateQueries({ queryKey: trpc.operators.catalog.queryKey() }),
        ]);
        setOpen(folder);
        toast({ title: 'CSV profile is yours.', body: `It lies in operators/${folder} and stands in the palette.` });
      },
      onError: (error) => toast({ level: 'error', title: 'The example could not be added.', body: error.message }),
    }),
  );
  const addExample = () => add.mutate({ name: example });
  const failed = own.error ?? catalog.error;
  const names = new Set(own.data?.map(({ name }) => name));
  const builtIn = catalog.data?.filter((m) => !names.has(`${m.type}@${m.version}`)) ?? [];
  return (
    <>
      <PageHead title="Operators" {...(catalog.data ? { count: catalog.data.length } : {})}>
        {admin && own.data && own.data.length > 0 && !own.data.some(({ folder }) => folder === example) ? (
          <Button busy={add.isPending} onClick={addExample}>
            Add the example
          </Button>
        ) : null}
      </PageHead>
      {failed && (!own.data || !catalog.data) ? (
        <EmptyState
          className="flex-1"
          title="The operators cannot be read."
          action={<Button onClick={() => void Promise.all([own.refetch(), catalog.refetch()])}>Try again</Button>}
        >
          {failed.message}
        </EmptyState>
      ) : !own.data || !catalog.data ? (
        <Skeleton rows={8} className="flex-1" />
      ) : (
        <div className="scroll min-h-0 flex-1">
          <section aria-label="Your operators">
            <h2 className="border-b border-line px-6 pt-4 pb-2 text-12 text-ink-3 max-xl:px-4">Yours</h2>
            {own.data.length === 0 ? (
              <NoOwnOperators admin={admin} busy={add.isPending} onAdd={addExample} />
            ) : (
              <OwnOperators own={own.data} catalog={catalog.data} open={open} onOpen={setOpen} />
            )}
          </section>
          <section aria-label="Built-in operators">
            <h2 className="border-b border-line px-6 pt-6 pb-2 text-12 text-ink-3 max-xl:px-4">Built in</h2>
            {builtIn.map((manifest) => {
              const name = `${manifest.type}@${manifest.version}`;
              return (
                <OperatorRow
                  key={name}
                  title={manifest.title}
                  name={name}
                  icon={manifest.icon}
                  about={manifest.description}
                  state={manifest.group}
                  open={open === name}
                  onOpen={(opened) => setOpen(opened ? name : '')}
                >
                  <OperatorFields manifest={manifest} />
                </OperatorRow>
              );
            })}
          </section>
        </div>
      )}
    </>
  );
}
