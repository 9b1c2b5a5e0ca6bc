'use client';
import { useMemo } from 'react';
import { runSegmentOptions, segmentOf, statusesOf, statusText, type RunSegment } from '#components/runs/run-filter.ts';
import { RunTable } from '#components/runs/run-table.tsx';
import { RunsActs } from '#components/runs/runs-acts.tsx';
import { useRunKeys } from '#components/runs/use-run-keys.ts';
import { useRunSelection } from '#components/runs/use-run-selection.ts';
import { useRuns } from '#components/runs/use-runs.ts';
import { useUrlParam } from '#components/shell/use-url-param.ts';
import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Segments } from '#components/ui/segments.tsx';
import { Time } from '#components/ui/time.tsx';
import { useDesigner } from '../session/use-designer.ts';
import { useSession } from '../session/workflow-session.ts';

/** Runs of one workflow, newest first, live; the filter stands in the address. */
export function WorkflowRunsPage() {
  const { id, detail } = useSession();
  const name = useDesigner((s) => s.workflow.name);
  const [statusParam, setStatus] = useUrlParam('status');
  const status = useMemo(() => statusesOf(statusParam), [statusParam]);
  const query = useRuns({ workflowId: id, status });
  const runs = useMemo(() => query.data?.pages.flatMap((page) => page.runs) ?? [], [query.data]);
  const names = useMemo(() => new Map([[id, name]]), [id, name]);
  const selection = useRunSelection(runs);
  const walk = useRunKeys(runs, selection);
  const next = detail.next.reduce<number | null>((least, { at }) => (least === null || at < least ? at : least), null);
  const never = runs.length === 0 && status.length === 0;
  return (
    <main className="flex h-full min-h-0 flex-col bg-surface" aria-label="Runs">
      {never ? null : (
        <div className="flex items-center gap-2 border-b border-line px-6 py-2 max-xl:px-4 max-sm:flex-wrap">
          <div className="scroll min-w-0 max-sm:w-full max-sm:[scrollbar-width:none]">
            <Segments
              label="Status"
              size="sm"
              value={segmentOf(status) ?? ('' as RunSegment)}
              onChange={(segment) => setStatus(statusText(segment))}
              options={runSegmentOptions}
            />
          </div>
          <span className="flex-1" />
          <RunsActs size="sm" chosen={selection.chosen} workflow={() => name} onNone={() => selection.selectAll(false)} />
        </div>
      )}
      {query.error !== null && query.data === undefined ? (
        <EmptyState title="The runs could not be read." action={<Button onClick={() => void query.refetch()}>Try again</Button>}>
          {query.error.message}
        </EmptyState>
      ) : runs.length === 0 && query.data !== undefined ? (
        status.length > 0 ? (
          <EmptyState title="No run is like that." action={<Button onClick={() => setStatus('')}>Show all runs</Button>} />
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
