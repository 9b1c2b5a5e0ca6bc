'use client';
import { useMemo } from 'react';
import { RunFilterBar } from '#components/runs/run-filter-bar.tsx';
import { RunTable } from '#components/runs/run-table.tsx';
import { RunsActs } from '#components/runs/runs-acts.tsx';
import { useRunFilters } from '#components/runs/use-run-filters.ts';
import { useRunKeys } from '#components/runs/use-run-keys.ts';
import { useRunSelection } from '#components/runs/use-run-selection.ts';
import { useRuns } from '#components/runs/use-runs.ts';
import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Time } from '#components/ui/time.tsx';
import { useDesigner } from '../session/use-designer.ts';
import { useSession } from '../session/workflow-session.ts';

/** Runs of one workflow, newest first, live; the filter stands in the address. */
export function WorkflowRunsPage() {
  const { id, detail } = useSession();
  const name = useDesigner((s) => s.workflow.name);
  const triggers = useDesigner((s) => s.workflow.triggers);
  const filters = useRunFilters();
  const query = useRuns({ ...filters, workflowId: id });
  const { oldest } = filters;
  const runs = useMemo(
    () => query.data?.pages.flatMap((page) => page.runs).filter((run) => run.createdAt >= oldest) ?? [],
    [query.data, oldest],
  );
  const names = useMemo(() => new Map([[id, name]]), [id, name]);
  const selection = useRunSelection(runs);
  const walk = useRunKeys(runs, selection);
  const next = detail.next.reduce<number | null>((least, { at }) => (least === null || at < least ? at : least), null);
  const never = runs.length === 0 && !filters.filtered;
  return (
    <main className="flex h-full min-h-0 flex-col bg-surface" aria-label="Runs">
      {never ? null : (
        <div className="flex items-center gap-2 border-b border-line px-6 py-2 flex-wrap max-xl:px-4">
          <RunFilterBar filters={filters} triggers={triggers.map((trigger) => trigger.id)} />
          <span className="flex-1" />
          <RunsActs size="sm" chosen={selection.chosen} workflow={() => name} onNone={() => selection.selectAll(false)} />
        </div>
      )}
      {query.error !== null && query.data === undefined ? (
        <EmptyState title="The runs could not be read." action={<Button onClick={() => void query.refetch()}>Try again</Button>}>
          {query.error.message}
        </EmptyState>
      ) : runs.length === 0 && query.data !== undefined ? (
        filters.filtered ? (
          <EmptyState title="No run is like that." action={<Button onClick={filters.clear}>Show all runs</Button>} />
        ) : (
          <EmptyState title={`${name} has not run yet.`}>
            {next === null ? 'Run the draft, or give it a trigger and switch it on.' : <NextRun at={next} />}
          </EmptyState>
        )
      ) : (
        <RunTable
          runs={runs}
          names={names}
          selection={selection}
          {...walk}
          more={query.hasNextPage}
          loading={query.isFetchingNextPage}
          onMore={() => void query.fetchNextPage()}
        />
      )}
    </main>
  );
}

function NextRun({ at }: { at: number }) {
  return (
    <>
      Its next run is <Time at={at} relative />.
    </>
  );
}
