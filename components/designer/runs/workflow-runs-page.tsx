'use client';
import { useCallback, useMemo, useState } from 'react';
import { RunTable } from '#components/runs/run-table.tsx';
import { RunsActs } from '#components/runs/runs-acts.tsx';
import { useRuns } from '#components/runs/use-runs.ts';
import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Time } from '#components/ui/time.tsx';
import { useDesigner } from '../session/use-designer.ts';
import { useSession } from '../session/workflow-session.ts';

const every = { status: [] };

/** Runs of one workflow, newest first, live. */
export function WorkflowRunsPage() {
  const { id, detail } = useSession();
  const name = useDesigner((s) => s.workflow.name);
  const query = useRuns({ workflowId: id, ...every });
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const runs = useMemo(() => query.data?.pages.flatMap((page) => page.runs) ?? [], [query.data]);
  const names = useMemo(() => new Map([[id, name]]), [id, name]);
  const onSelect = useCallback((run: string, on: boolean) => {
    setSelected((before) => {
      const after = new Set(before);
      if (on) after.add(run);
      else after.delete(run);
      return after;
    });
  }, []);
  const onFocus = useCallback(() => undefined, []);
  const chosen = runs.filter((run) => selected.has(run.id));
  const next = detail.next.reduce<number | null>((least, { at }) => (least === null || at < least ? at : least), null);
  return (
    <main className="flex h-full min-h-0 flex-col bg-surface" aria-label="Runs">
      {chosen.length > 0 ? (
        <div className="flex items-center gap-2 border-b border-line px-6 py-2 max-sm:flex-wrap max-sm:px-4">
          <RunsActs size="sm" chosen={chosen} workflow={() => name} onNone={() => setSelected(new Set())} />
        </div>
      ) : null}
      {query.error !== null && query.data === undefined ? (
        <EmptyState title="The runs could not be read." action={<Button onClick={() => void query.refetch()}>Try again</Button>}>
          {query.error.message}
        </EmptyState>
      ) : runs.length === 0 && query.data !== undefined ? (
        <EmptyState title={`${name} has not run yet.`}>
          {next === null ? 'Run the draft, or give it a trigger and switch it on.' : <NextRun at={next} />}
        </EmptyState>
      ) : (
        <RunTable
          runs={runs}
          names={names}
          selected={selected}
          cursor={null}
          more={query.hasNextPage}
          loading={query.isFetchingNextPage}
          onMore={() => void query.fetchNextPage()}
          onSelect={onSelect}
          onFocus={onFocus}
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
