'use client';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useMemo, useRef } from 'react';
import { useTRPC } from '#components/data/trpc.ts';
import { PageHead } from '#components/shell/page-head.tsx';
import { useKeys } from '#components/shell/use-keys.ts';
import { useShortcuts, type ShortcutGroup } from '#components/shell/shortcuts.ts';
import { useUrlParam } from '#components/shell/use-url-param.ts';
import { zonePlace } from '#components/shell/zone-words.ts';
import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { SearchField } from '#components/ui/search-field.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { WorkflowFilter } from '#components/workflows/workflow-filter.tsx';
import { Time } from '#components/ui/time.tsx';
import { useZone } from '#components/ui/zone.tsx';
import { RunFilterBar } from './run-filter-bar.tsx';
import type { RunItem } from './run-item.ts';
import { RunTable } from './run-table.tsx';
import { RunsActs } from './runs-acts.tsx';
import { useRunFilters } from './use-run-filters.ts';
import { useRunKeys } from './use-run-keys.ts';
import { useRunSelection } from './use-run-selection.ts';
import { useRuns } from './use-runs.ts';

const shortcuts: ShortcutGroup[] = [{ title: 'Search', shortcuts: [{ keys: '/', label: 'Search notes' }] }];
const none: RunItem[] = [];

/** All runs, newest first, or those of one workflow; filters stand in the address. */
export function RunsPage() {
  const [workflow, setWorkflow] = useUrlParam('workflow');
  const filters = useRunFilters();
  const [note, setNote] = useUrlParam('note');
  const search = useRef<HTMLInputElement>(null);
  const words = useMemo(() => note.split(/\s+/).filter(Boolean), [note]);
  const query = useRuns({ ...filters, workflowId: workflow, note: note.trim() });
  const workflows = useQuery(useTRPC().workflows.list.queryOptions());
  const zone = useZone();

  const { oldest } = filters;
  const runs = useMemo(
    () => query.data?.pages.flatMap((page) => page.runs).filter((run) => run.createdAt >= oldest) ?? none,
    [query.data, oldest],
  );
  const names = useMemo(() => new Map(workflows.data?.map((w) => [w.id, w.name])), [workflows.data]);
  const selection = useRunSelection(runs);
  const walk = useRunKeys(runs, selection);
  useShortcuts(shortcuts);
  useKeys({ '/': () => search.current?.focus() });

  const filtered = workflow !== '' || filters.filtered || words.length > 0;
  // Pages of a search look at so many notes each, and may hold nothing: it goes on until there is something to show.
  const goesOn = runs.length === 0 && query.hasNextPage;
  const onEmptyPage = useEffectEvent(() => {
    if (goesOn && !query.isFetchingNextPage) void query.fetchNextPage();
  });
  useEffect(() => onEmptyPage(), [goesOn, query.isFetchingNextPage]);
  const its = workflows.data?.find((w) => w.id === workflow);
  return (
    <>
      <PageHead title="Runs">
        <span className="num truncate text-12 text-ink-3 max-lg:hidden" suppressHydrationWarning>
          Times in {zonePlace(zone)}
        </span>
      </PageHead>
      <div className="flex shrink-0 items-center gap-2 border-b border-line px-6 py-2.5 flex-wrap max-xl:px-4">
        <WorkflowFilter
          workflow={workflow}
          onChange={(next) => {
            // Triggers are of one workflow.
            filters.setTrigger('');
            setWorkflow(next);
          }}
        />
        <RunFilterBar filters={filters} triggers={its?.triggers.map(({ id }) => id) ?? []} />
        <SearchField
          ref={search}
          label="Search notes"
          keys="/"
          value={note}
          maxLength={200}
          onChange={setNote}
          className="w-52 max-lg:w-40 max-sm:w-full"
        />
        <span className="flex-1" />
        <RunsActs chosen={selection.chosen} workflow={(id) => names.get(id) ?? id} onNone={() => selection.selectAll(false)} />
      </div>
      {query.isPending || goesOn ? (
        <Skeleton rows={12} className="flex-1" />
      ) : query.isError && !query.data ? (
        <EmptyState
          className="flex-1"
          title="The runs could not be read."
          action={<Button onClick={() => void query.refetch()}>Try again</Button>}
        >
          {query.error.message}
        </EmptyState>
      ) : runs.length === 0 ? (
        <EmptyState
          className="flex-1"
          title={
            words.length > 0
              ? `No note says ${note.trim()}.`
              : its && !filters.filtered
                ? `${its.name} has not run yet.`
                : filtered
                  ? 'No run is like that.'
                  : 'Nothing has run yet.'
          }
          action={
            filtered ? (
              <Button
                onClick={() => {
                  setWorkflow('');
                  filters.clear();
                  setNote('');
                }}
              >
                Show all runs
              </Button>
            ) : undefined
          }
        >
          {words.length > 0 ? (
            'Notes are written on the page of a run, beside it or beside one of its tasks.'
          ) : its?.next && !filters.filtered ? (
            <>
              Its next run is <Time at={its.next.at} relative />.
            </>
          ) : filtered ? null : (
            'Open a workflow and press Run; what runs is listed here.'
          )}
        </EmptyState>
      ) : (
        <RunTable
          runs={runs}
          names={names}
          selection={selection}
          words={words}
          {...walk}
          more={query.hasNextPage}
          loading={query.isFetchingNextPage}
          onMore={() => void query.fetchNextPage()}
        />
      )}
    </>
  );
}
