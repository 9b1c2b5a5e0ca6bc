'use client';
import { useQuery } from '@tanstack/react-query';
import { ArchiveRestore, Plus, Upload } from 'lucide-react';
import { useTRPC } from '#components/data/trpc.ts';
import { PageHead } from '#components/shell/page-head.tsx';
import { Button } from '#components/ui/button.tsx';
import { TourOffer } from '#components/tour/tour-offer.tsx';
import type { WorkflowActs } from '#components/workflows/use-workflow-acts.ts';
import { ExampleGallery } from './example-gallery.tsx';

/** What stands where the list of workflows is empty: examples that run at once, or an empty canvas. */
export function Welcome({ acts, pickFile, showDeleted }: { acts: WorkflowActs; pickFile: () => void; showDeleted: () => void }) {
  // The list is empty as well when all were deleted.
  const deleted = useQuery(useTRPC().workflows.deleted.queryOptions(undefined, { staleTime: 0 }));
  return (
    <>
      <div className="hidden max-sm:block">
        <PageHead title="Workflows" />
      </div>
      <TourOffer />
      <div className="scroll min-h-0 flex-1" data-welcome>
        <div className="mx-auto max-w-[1128px] px-10 pt-10 pb-8 max-xl:px-6 max-sm:px-4 max-sm:pt-6">
          <div className="flex items-end gap-8 pb-5 max-lg:flex-col max-lg:items-start max-lg:gap-4">
            <div>
              <h1 className="sr-only max-sm:hidden">Workflows</h1>
              <h2 className="mb-1.5 text-28 font-strong tracking-[-.018em] max-sm:text-20">Draw your first workflow</h2>
              <p className="max-w-[560px] text-14 text-ink-2">
                Open an example and press Run, or begin with an empty canvas. Everything here works offline and writes only to the
                data folder.
              </p>
            </div>
            <div className="ml-auto flex gap-2 max-lg:ml-0">
              <Button look="primary" size="lg" icon={<Plus strokeWidth={1.75} />} busy={acts.busy} onClick={() => acts.askName()}>
                Empty canvas
              </Button>
              <Button size="lg" icon={<Upload strokeWidth={1.75} />} onClick={pickFile}>
                Import a file
              </Button>
              {deleted.data?.length ? (
                <Button size="lg" icon={<ArchiveRestore strokeWidth={1.75} />} onClick={showDeleted}>
                  Restore
                </Button>
              ) : null}
            </div>
          </div>
          <div className="flex items-baseline gap-2 pb-2">
            <h2 className="text-13 font-strong">Examples</h2>
            <span className="text-12 text-ink-3">each opens as your own copy</span>
          </div>
          <ExampleGallery acts={acts} />
        </div>
      </div>
    </>
  );
}
