'use client';
import { RotateCcw } from 'lucide-react';
import { useMemo, useState } from 'react';
import { ClearRunsDialog } from '#components/clear-runs/clear-runs-dialog.tsx';
import type { RunClear } from '#components/clear-runs/run-clear.ts';
import { useDesigner } from '#components/designer/session/use-designer.ts';
import { useSession } from '#components/designer/session/workflow-session.ts';
import { usePerson } from '#components/shell/person.tsx';
import { useUrlParam } from '#components/shell/use-url-param.ts';
import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { SearchField } from '#components/ui/search-field.tsx';
import { Segments } from '#components/ui/segments.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { failedTasks } from './failed-tasks.ts';
import type { GridRange } from './grid-range.ts';
import { GridLegend } from './grid-legend.tsx';
import { gridColumns, gridRows } from './grid-rows.ts';
import { GridTable } from './grid-table.tsx';
import { matchRows } from './match-rows.ts';
import { useGrid, type GridKind } from './use-grid.ts';

/** Runs that one act takes in; the newest. */
const mostRuns = 200;
const kinds: { value: GridKind; label: string }[] = [
  { value: 'all', label: 'All' },
  { value: 'scheduled', label: 'Scheduled' },
  { value: 'manual', label: 'By hand' },
  { value: 'backfill', label: 'Backfill' },
];

/** Runs × tasks of one workflow: exceptions stand out, a click leads to the task in its run, what failed is cleared together. */
export function GridPage() {
  const { id, manifests } = useSession();
  const workflow = useDesigner((s) => s.workflow);
  const mayClear = usePerson().role !== 'viewer';
  const [kindParam, setKindParam] = useUrlParam('kind');
  const kind = kinds.find(({ value }) => value === kindParam)?.value ?? 'all';
  const setKind = (next: GridKind) => setKindParam(next === 'all' ? '' : next);
  const [search, setSearch] = useUrlParam('q');
  const [clearing, setClearing] = useState<{ title: string; runs: RunClear['runs']; failed: boolean } | null>(null);
  const [range, setRange] = useState<GridRange | null>(null);
  const query = useGrid(id, kind);
  const runs = useMemo(() => query.data?.pages.flatMap((page) => page.runs) ?? [], [query.data]);
  const columns = useMemo(() => gridColumns(runs), [runs]);
  const rows = useMemo(() => gridRows(workflow, runs), [workflow, runs]);
  const shown = useMemo(() => matchRows(rows, columns, search), [rows, columns, search]);
  const failed = useMemo(() => runs.filter((run) => failedTasks(run).length > 0), [runs]);
  return (
    <main className="flex h-full min-h-0 flex-col bg-surface" aria-label="Grid">
      <div className="flex min-h-12 shrink-0 items-center gap-2 border-b border-line px-6 py-2 max-xl:px-4 max-sm:flex-wrap">
        <span className="num text-12 text-ink-3" role="status">
          {query.data ? `${runs.length}${query.hasNextPage ? ' newest' : ''} ${runs.length === 1 ? 'run' : 'runs'}` : ''}
        </span>
        <span className="flex-1" />
        <div className="scroll min-w-0 max-sm:order-last max-sm:w-full max-sm:[scrollbar-width:none]">
          <Segments label="Kind of run" value={kind} onChange={setKind} options={kinds} />
        </div>
        <SearchField
          label="Task or status:failed"
          placeholder="Task or status:failed"
          value={search}
          onChange={setSearch}
          className="w-52 max-sm:w-full"
        />
        {mayClear && range && range.tasks.length * range.runs.length > 1 ? (
          <Button
            icon={<RotateCcw strokeWidth={1.75} />}
            onClick={() =>
              setClearing({
                title: 'Clear what is selected',
                failed: false,
                runs: range.runs.map((runId) => ({ runId, tasks: range.tasks.map((task) => ({ task })) })),
              })
            }
          >
            Clear {range.tasks.length} {range.tasks.length === 1 ? 'task' : 'tasks'} in {range.runs.length}{' '}
            {range.runs.length === 1 ? 'run' : 'runs'}…
          </Button>
        ) : mayClear && failed.length > 0 ? (
          <Button
            icon={<RotateCcw strokeWidth={1.75} />}
            onClick={() =>
              setClearing({
                title: 'Clear what failed',
                failed: true,
                runs: failed
                  .slice(0, mostRuns)
                  .map((run) => ({ runId: run.id, tasks: failedTasks(run).map((task) => ({ task })) })),
              })
            }
          >
            Clear what failed…
          </Button>
        ) : null}
      </div>
      {query.isPending ? (
        <Skeleton rows={12} height={29} className="flex-1" />
      ) : !query.data ? (
        <EmptyState title="The runs could not be read." action={<Button onClick={() => void query.refetch()}>Try again</Button>}>
          {query.error.message}
        </EmptyState>
      ) : runs.length === 0 ? (
        <EmptyState
          title={kind === 'all' ? `${workflow.name} has not run yet.` : 'There is no run of this kind.'}
          action={kind === 'all' ? undefined : <Button onClick={() => setKind('all')}>Show all runs</Button>}
        >
          {kind === 'all' ? 'Each run becomes a column here, each task a line.' : null}
        </EmptyState>
      ) : shown.length === 0 ? (
        <EmptyState
          title={`Nothing matches ${search.trim()}.`}
          action={<Button onClick={() => setSearch('')}>Show all {rows.length} tasks</Button>}
        />
      ) : (
        <GridTable
          key={kind}
          rows={shown}
          columns={columns}
          manifests={manifests}
          more={query.hasNextPage}
          loading={query.isFetchingNextPage}
          onMore={() => void query.fetchNextPage()}
          onRange={setRange}
        />
      )}
      <GridLegend />
      {clearing ? (
        <ClearRunsDialog
          title={clearing.title}
          runs={clearing.runs}
          downstream={clearing.failed}
          onlyFailed={clearing.failed}
          taskTitle={(task) => rows.find((row) => row.task === task)?.title ?? task}
          onClose={() => setClearing(null)}
        />
      ) : null}
    </main>
  );
}
