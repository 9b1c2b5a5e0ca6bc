'use client';
import { Download } from 'lucide-react';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { formatBytes } from '#components/ui/format-bytes.ts';
import type { AttemptItem } from './attempt-item.ts';
import { DataView } from './data-view.tsx';

/** What an attempt left: its output and its files. */
export function OutputTab({ attempt }: { attempt: AttemptItem | null }) {
  if (!attempt || (attempt.output === null && attempt.artifacts.length === 0))
    return (
      <EmptyState title="No output." className="py-10">
        {attempt && attempt.endedAt === null
          ? 'It is there when the attempt has ended.'
          : 'This attempt left neither a value nor a file.'}
      </EmptyState>
    );
  return (
    <div className="scroll min-h-0 flex-1 px-4 py-3">
      {attempt.output === null ? null : <DataView title="Output" note={`attempt ${attempt.attempt}`} value={attempt.output} />}
      {attempt.artifacts.length > 0 ? (
        <section>
          <h3 className="mb-1 text-12 font-strong">Files</h3>
          <ul>
            {attempt.artifacts.map((file) => (
              <li key={file.id} className="flex h-9 items-center gap-3 border-b border-line">
                <a className="link truncate" href={`/api/artifacts/${encodeURIComponent(file.id)}`} download={file.name}>
                  {file.name}
                </a>
                <span className="flex-1" />
                <span className="num text-12 text-ink-3">
                  {formatBytes(file.bytes)}, {file.type}
                </span>
                <Download className="size-3.5 text-ink-3" strokeWidth={1.75} aria-hidden />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}
