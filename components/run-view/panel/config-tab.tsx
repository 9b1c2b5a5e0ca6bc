'use client';
import { EmptyState } from '#components/ui/empty-state.tsx';
import type { AttemptItem } from './attempt-item.ts';
import { DataView } from './data-view.tsx';

/** The config an attempt got: every template filled in, secrets masked. */
export function ConfigTab({ attempt }: { attempt: AttemptItem | null }) {
  if (!attempt || attempt.config === null)
    return (
      <EmptyState title="Not rendered yet." className="py-10">
        Templates are filled in when an attempt starts.
      </EmptyState>
    );
  return (
    <div className="scroll min-h-0 flex-1 px-4 py-3">
      <DataView title="Rendered config" note={`as attempt ${attempt.attempt} got it, secrets masked`} value={attempt.config} />
    </div>
  );
}
