'use client';
import { useCallback, useMemo, useState } from 'react';
import { isRunFinished } from '#domain/run/status.ts';
import { RunTable } from '#components/runs/run-table.tsx';
import { useCancelRuns } from '#components/runs/use-cancel-runs.ts';
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
  const { cancel, busy } = useCancelRuns();
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
  const cancellable = runs.filter((run) => selected.has(run.id) && !isRunFinished(run.status));
  const next = detail.next.reduce<number | null>((least, { at }) => (least === null || at < least ? at : least), null);
  return (
    <main className="flex h-full min-h-0 flex-col bg-surface" aria-label="Runs">
      {cancellable.length > 0 ? (
        <div className="flex items-center gap-2 border-b border-line px-6 py-2">
          <span className="text-12 text-ink-2">{selected.size} selected</span>
          <Button size="sm" busy={busy} onClick={() => cancel(cancellable.map((run) => run.id))}>
            Cancel {cancellable.length} {cancellable.length === 1 ? 'run' : 'runs'}
          </Button>
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
