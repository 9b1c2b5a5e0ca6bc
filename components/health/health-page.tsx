'use client';
import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '#components/data/trpc.ts';
import { PageHead } from '#components/shell/page-head.tsx';
import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { InvariantsPanel } from './invariants-panel.tsx';
import { PartsPanel } from './parts-panel.tsx';
import { VersionsPanel } from './versions-panel.tsx';

/** The parts are asked again so often while the page is looked at. */
const freshMs = 5_000;

/** How the product itself is: its processes, database, disk, versions, and whether its invariants hold. */
export function HealthPage() {
  const query = useQuery(useTRPC().health.overview.queryOptions(undefined, { refetchInterval: freshMs }));
  return (
    <>
      <PageHead title="Health" />
      {query.isPending ? (
        <Skeleton rows={10} className="flex-1" />
      ) : !query.data ? (
        <EmptyState title="Health cannot be read." action={<Button onClick={() => void query.refetch()}>Try again</Button>}>
          {query.error.message}
        </EmptyState>
      ) : (
        <div className="scroll min-h-0 flex-1" data-list>
          <div className="grid max-w-[1180px] grid-cols-2 gap-x-10 gap-y-8 px-6 py-5 max-lg:grid-cols-1 max-xl:px-4">
            <div className="flex min-w-0 flex-col gap-8">
              <PartsPanel health={query.data} />
              <VersionsPanel health={query.data} />
            </div>
            <InvariantsPanel />
          </div>
        </div>
      )}
    </>
  );
}
