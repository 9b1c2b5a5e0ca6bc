'use client';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { LiveStatusStore } from '#components/canvas/live/live-status-store.ts';
import { useTRPC } from '#components/data/trpc.ts';
import { useRun } from '#components/run-view/store/use-run.ts';
import { Button } from '#components/ui/button.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { DockHeight } from '../dock/dock-height.tsx';
import { DockTabs } from '../dock/dock-tabs.tsx';
import { useDock } from '../dock/use-dock.ts';
import { useDockHeight } from '../dock/use-dock-height.ts';
import { useDesigner } from '../session/use-designer.ts';
import { useSession } from '../session/workflow-session.ts';
import { OpenRun } from './open-run.tsx';

/**
 * Below the drawing: a run of this workflow, live: the one just started, else the last. `onLive` gets what the drawing is to
 * show of it; `onGo` leads to a task.
 */
export function RunDock(props: {
  selected: string | null;
  onGo: (task: string) => void;
  onLive: (live: LiveStatusStore | null) => void;
}) {
  const { id } = useSession();
  const name = useDesigner((s) => s.workflow.name);
  const started = useDock((s) => s.runId);
  const [height] = useDockHeight();
  const runs = useQuery(useTRPC().runs.list.queryOptions({ workflowId: id, limit: 1 }, { enabled: started === null }));
  const runId = started ?? runs.data?.runs[0]?.id ?? null;
  return (
    <section
      aria-label="Run"
      data-region
      data-dock
      style={runId === null ? undefined : { height: `min(${height}px, 100vh - 208px)` }}
      className="@container relative flex min-h-0 min-w-0 flex-col border-t border-line bg-surface max-sm:h-auto!"
    >
      {runId === null ? null : <DockHeight />}
      <h2 className="sr-only">Run</h2>
      {runId !== null ? (
        <Loaded key={runId} runId={runId} {...props} />
      ) : (
        <Bare>
          {runs.isPending ? (
            <Skeleton rows={4} height={24} />
          ) : runs.error !== null ? (
            <>
              The last run cannot be read: {runs.error.message}{' '}
              <Button size="sm" onClick={() => void runs.refetch()}>
                Try again
              </Button>
            </>
          ) : (
            `${name} has not run yet. Run draft starts it as it stands, and shows it here and on the drawing.`
          )}
        </Bare>
      )}
    </section>
  );
}

function Loaded(props: {
  runId: string;
  selected: string | null;
  onGo: (task: string) => void;
  onLive: (live: LiveStatusStore | null) => void;
}) {
  const run = useRun(props.runId);
  if (run.status === 'ready')
    return <OpenRun key={run.version} run={run} selected={props.selected} onGo={props.onGo} onLive={props.onLive} />;
  return (
    <Bare>
      {run.status === 'loading' ? (
        <Skeleton rows={4} height={24} />
      ) : (
        <>
          This run cannot be shown: {run.message}{' '}
          <Button size="sm" onClick={run.retry}>
            Try again
          </Button>
        </>
      )}
    </Bare>
  );
}

/** The panel while it has no run to show. */
function Bare({ children }: { children: ReactNode }) {
  return (
    <>
      <div className="flex h-8 shrink-0 items-center border-b border-line px-3.5">
        <DockTabs current="run" />
      </div>
      <div className="px-3.5 py-2.5 text-12 text-ink-2">{children}</div>
    </>
  );
}
