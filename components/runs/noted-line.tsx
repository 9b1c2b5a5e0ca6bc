import { StickyNote } from 'lucide-react';
import Link from 'next/link';
import { markWords } from './mark-words.ts';
import type { RunItem } from './run-item.ts';

/** Why a run is in the list of a search: its notes that matched, the words marked; a click opens the note where it was written. */
export function NotedLine({ run, words }: { run: RunItem; words: readonly string[] }) {
  const [note, ...others] = run.notes ?? [];
  if (note === undefined) return null;
  const place = note.task === null ? null : note.mapIndex === null ? note.task : `${note.task}[${note.mapIndex}]`;
  const address = new URLSearchParams({
    ...(note.task === null ? {} : { task: note.task }),
    ...(note.mapIndex === null ? {} : { index: String(note.mapIndex) }),
    tab: 'notes',
  });
  return (
    <Link
      href={`/runs/${encodeURIComponent(run.id)}?${address}`}
      className="flex min-w-0 items-center gap-1.5 text-12 text-ink-2 hover:text-ink"
    >
      <StickyNote className="size-3.5 shrink-0 text-ink-3" strokeWidth={1.75} aria-label="Note" />
      {place === null ? null : <code className="shrink-0 font-mono text-11 text-ink-3">{place}</code>}
      <span className="truncate">
        {markWords(note.text, words).map((part, i) =>
          part.hit ? (
            <mark key={i} className="rounded-mark bg-accent-soft font-strong text-accent-text">
              {part.text}
            </mark>
          ) : (
            part.text
          ),
        )}
      </span>
      {others.length > 0 ? <span className="num shrink-0 text-ink-3">+{others.length}</span> : null}
    </Link>
  );
}
