'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useTRPC } from '#components/data/trpc.ts';
import { ListPage } from '#components/shell/list-page.tsx';
import { usePerson } from '#components/shell/person.tsx';
import { useUrlParam } from '#components/shell/use-url-param.ts';
import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Segments } from '#components/ui/segments.tsx';
import { toast } from '#components/ui/toast.ts';
import { useLiveWorkflows } from '#components/workflows/use-live-workflows.ts';
import { breakerColumns } from './breaker-columns.ts';
import { BreakerHistoryDialog } from './breaker-history-dialog.tsx';
import type { BreakerItem } from './breaker-item.ts';
import { BreakerRow } from './breaker-row.tsx';

/** Runs end and instants come; asked for again so often while the page is looked at. */
const freshMs = 3_000;
const segments = [
  { value: 'all', label: 'All' },
  { value: 'open', label: 'Not closed' },
  { value: 'closed', label: 'Closed' },
];
const heads = ['Workflow', 'Circuit', 'Failed runs', 'Next trial', ''];

/** Circuit breakers: which workflows' schedules are held back because their runs fail, and what can be done about it. */
export function BreakersPage() {
  const trpc = useTRPC();
  const client = useQueryClient();
  const router = useRouter();
  const mayAct = usePerson().role !== 'viewer';
  const [shown, setShown] = useUrlParam('state');
  const [looked, setLooked] = useUrlParam('workflow');
  useLiveWorkflows();
  const query = useQuery(trpc.breakers.list.queryOptions(undefined, { refetchInterval: freshMs }));
  const again = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: trpc.breakers.list.queryKey() }),
      client.invalidateQueries({ queryKey: trpc.workflows.list.queryKey() }),
    ]);
  const failed = (title: string) => (error: { message: string }) => toast({ level: 'error', title, body: error.message });
  const set = useMutation(
    trpc.breakers.set.mutationOptions({ onSuccess: again, onError: failed('The circuit stays as it is.') }),
  );
  const run = useMutation(trpc.runs.create.mutationOptions({ onError: failed('No trial run began.') }));
  const switchIt = ({ workflowId, name }: BreakerItem, open: boolean) =>
    set.mutate(
      { workflowId, open },
      {
        onSuccess: () =>
          toast(
            open
              ? { title: `The circuit of ${name} is open.`, body: 'What falls due is skipped until somebody closes it.' }
              : { title: `The circuit of ${name} is closed.`, body: 'It runs at its next occurrence.' },
          ),
      },
    );
  const all = query.data ?? [];
  const rows = all.filter(({ state }) => shown === '' || (state === 'closed') === (shown === 'closed'));
  const subject = all.find(({ workflowId }) => workflowId === looked);
  return (
    <>
      <ListPage
        title="Circuit breakers"
        things="circuit breakers"
        query={query}
        count={all.length}
        filters={
          <>
            <Segments
              label="Which"
              value={shown || 'all'}
              onChange={(next) => setShown(next === 'all' ? '' : next)}
              options={segments}
            />
            <p className="min-w-0 text-12 text-ink-2">
              While a circuit is open, what falls due is skipped and recorded. After 10 minutes, twice as long each time, one
              trial run is let through; its success closes the circuit. Runs by hand always begin.
            </p>
          </>
        }
        empty={
          rows.length > 0 ? null : all.length === 0 ? (
            <EmptyState
              title="No workflow has a circuit breaker yet."
              action={
                <Link href="/workflows" className="link text-13">
                  Choose a workflow
                </Link>
              }
            >
              In the settings of a workflow, say after how many failed runs in a row its circuit opens, and publish it. Then a
              night that goes wrong stops at once instead of failing every five minutes until morning.
            </EmptyState>
          ) : (
            <EmptyState
              title={shown === 'closed' ? 'No circuit is closed.' : 'Every circuit is closed.'}
              action={<Button onClick={() => setShown('')}>Show all {all.length}</Button>}
            />
          )
        }
      >
        <div role="table" aria-label="Circuit breakers">
          <div role="row" className={`${breakerColumns} sticky top-0 z-10 h-8 border-b border-line bg-surface max-sm:sr-only`}>
            {heads.map((head) => (
              <span
                key={head}
                role="columnheader"
                className={`px-2 text-12 text-ink-3 first:pl-6 max-xl:first:pl-4 ${head === 'Next trial' ? 'max-lg:hidden' : ''}`}
              >
                {head || <span className="sr-only">What to do</span>}
              </span>
            ))}
            <span role="columnheader">
              <span className="sr-only">Acts</span>
            </span>
          </div>
          {rows.map((breaker) => (
            <BreakerRow
              key={breaker.workflowId}
              breaker={breaker}
              onHistory={() => setLooked(breaker.workflowId)}
              {...(mayAct
                ? {
                    acts: {
                      busy: set.isPending || run.isPending,
                      set: (open: boolean) => switchIt(breaker, open),
                      tryNow: () =>
                        run.mutate(
                          { workflowId: breaker.workflowId, trial: true },
                          { onSuccess: ({ runId }) => router.push(`/runs/${encodeURIComponent(runId)}`) },
                        ),
                    },
                  }
                : {})}
            />
          ))}
        </div>
      </ListPage>
      {subject ? <BreakerHistoryDialog breaker={subject} onClose={() => setLooked('')} /> : null}
    </>
  );
}
