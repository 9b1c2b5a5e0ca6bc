import { StatusGlyph } from '#components/ui/status-glyph.tsx';
import { statusWord } from '#components/ui/status-word.ts';
import type { ActChange, ActPreview } from '#domain/run/act-changes.ts';

const shownAtOnce = 200;

/** What becomes of a task run, as a word. */
const becomes = ({ from, to }: ActChange): string => {
  if (to !== 'none' && to !== 'scheduled') return statusWord(to);
  return from === 'none' || from === 'upstream_failed' ? 'runs' : 'runs again';
};

/** Which task runs an act changes, each from what to what; or why it changes none. */
export function ChangeList({ preview, title }: { preview: ActPreview; title: (task: string) => string }) {
  if (!preview.ok) return <p className="text-13 text-ink-2">{preview.refused.replace(/^[a-z.-]+: /, '')}</p>;
  if (preview.changes.length === 0) return <p className="text-13 text-ink-2">It would change nothing.</p>;
  return (
    <ul className="scroll max-h-64 rounded-control border border-line" aria-label="What will change" tabIndex={0}>
      {preview.changes.slice(0, shownAtOnce).map((change) => (
        <li
          key={`${change.task}/${change.index ?? ''}`}
          className="flex h-8 items-center gap-2 border-b border-line px-3 text-12 last:border-0"
        >
          <StatusGlyph status={change.from} size={12} hidden />
          <span className="min-w-0 flex-1 truncate text-13">
            {title(change.task)}
            {change.index === undefined ? '' : ` [${change.index}]`}
          </span>
          <span className="text-ink-3">
            {statusWord(change.from)} → {becomes(change)}
          </span>
        </li>
      ))}
      {preview.changes.length > shownAtOnce ? (
        <li className="px-3 py-1.5 text-12 text-ink-3">and {preview.changes.length - shownAtOnce} more</li>
      ) : null}
    </ul>
  );
}
