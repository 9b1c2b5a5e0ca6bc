'use client';
import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '#server/api/root.ts';
import { ExampleThumb } from './example-thumb.tsx';

export type Example = inferRouterOutputs<AppRouter>['examples']['list'][number];

/** One example: its drawing, name, what it does. The whole card makes a copy and opens it. */
export function ExampleCard({ example, busy, onOpen }: { example: Example; busy: boolean; onOpen: () => void }) {
  return (
    <button
      type="button"
      aria-disabled={busy || undefined}
      onClick={busy ? undefined : onOpen}
      className="flex h-full w-full flex-col overflow-hidden rounded-panel border border-line bg-surface text-left hover:border-control"
    >
      <ExampleThumb example={example} />
      <span className="flex flex-1 flex-col gap-0.5 px-3.5 pt-2.5 pb-3">
        <b>{example.name}</b>
        <span className="text-12 text-ink-2">{example.description}</span>
      </span>
    </button>
  );
}
