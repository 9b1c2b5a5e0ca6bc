'use client';
import { Dialog } from '#components/ui/dialog.tsx';
import type { WorkflowActs } from '#components/workflows/use-workflow-acts.ts';
import { ExampleGallery } from './example-gallery.tsx';

/** The gallery of examples, from the list of workflows. */
export function ExamplesDialog(props: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  acts: WorkflowActs;
  project: string | undefined;
}) {
  return (
    <Dialog
      open={props.open}
      onOpenChange={props.onOpenChange}
      width={960}
      title="Begin with an example"
      description="Each opens as your own copy, and runs at once."
    >
      <ExampleGallery acts={props.acts} {...(props.project === undefined ? {} : { project: props.project })} />
    </Dialog>
  );
}
