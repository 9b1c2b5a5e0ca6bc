'use client';
import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { RunView } from './run-view.tsx';
import { useRun } from './store/use-run.ts';

/** One run: loads it and shows it live. */
export function RunPage({ runId }: { runId: string }) {
  const run = useRun(runId);
  if (run.status === 'loading')
    return (
      <main className="h-dvh bg-surface">
        <Skeleton rows={8} height={48} />
      </main>
    );
  if (run.status === 'error')
    return (
      <main className="grid h-dvh place-items-center bg-surface">
        <h1 className="sr-only">Run</h1>
        <EmptyState
          title="This run cannot be shown."
          action={
            <>
              <Button onClick={run.retry}>Try again</Button>
              <Button nativeButton={false} render={<a href="/runs" />}>
                All runs
              </Button>
            </>
          }
        >
          {run.message}
        </EmptyState>
      </main>
    );
  // Another version is another drawing: what hangs on the one before is not carried over.
  return (
    <RunView key={run.version} data={run.data} model={run.model} version={run.version} newest={run.newest} store={run.store} />
  );
}
