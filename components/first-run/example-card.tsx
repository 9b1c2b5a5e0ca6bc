'use client';
import type { Example } from './example.ts';
import { plainText } from './plain-text.ts';
import { ExampleThumb } from './example-thumb.tsx';

/** One example: its drawing, name, what it does. The whole card makes a copy and opens it. */
export function ExampleCard({ example, busy, onOpen }: { example: Example; busy: boolean; onOpen: () => void }) {
  const { length } = example.tasks;
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
        <span className="text-12 text-ink-2">{plainText(example.description)}</span>
        <span className="num mt-auto flex gap-3 pt-2 text-11 text-ink-3">
          <span>
            {length} {length === 1 ? 'task' : 'tasks'}
          </span>
          <span className="truncate">{example.teaches.slice(0, 4).join(', ')}</span>
        </span>
      </span>
    </button>
  );
}
