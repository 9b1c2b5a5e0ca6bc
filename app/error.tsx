'use client';
import { EntryFrame } from '#components/first-run/entry-frame.tsx';
import { Button } from '#components/ui/button.tsx';

/** A page that broke. What was typed into drafts is kept; nothing of a run depends on a page. */
export default function PageError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <EntryFrame
      title="This page broke"
      lead="It is a defect of the page. Runs go on without it."
      foot={error.digest ? `The server's log knows it as ${error.digest}.` : error.message}
    >
      <div className="flex gap-2">
        <Button look="primary" onClick={reset}>
          Try again
        </Button>
        <Button nativeButton={false} render={<a href="/workflows" />}>
          All workflows
        </Button>
      </div>
    </EntryFrame>
  );
}
