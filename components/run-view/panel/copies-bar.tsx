'use client';
import type { TaskRunView } from '#domain/run/read.ts';
import { cx } from '#components/ui/cx.ts';
import { StatusGlyph } from '#components/ui/status-glyph.tsx';
import { statusWord } from '#components/ui/status-word.ts';

const shownAtOnce = 400;

/** Copies of a mapped task, each as its glyph; one of them is looked at. */
export function CopiesBar({
  copies,
  chosen,
  onChoose,
}: {
  copies: TaskRunView[];
  chosen: number | undefined;
  onChoose: (index: number) => void;
}) {
  return (
    <div
      className="scroll flex max-h-20 shrink-0 flex-wrap gap-0.5 border-b border-line px-4 py-2"
      role="group"
      aria-label={`${copies.length} copies`}
    >
      {copies.slice(0, shownAtOnce).map((copy) => (
        <button
          key={copy.index}
          type="button"
          aria-pressed={copy.index === chosen}
          aria-label={`Copy ${copy.index}, ${statusWord(copy.status)}`}
          title={`${copy.index}: ${statusWord(copy.status)}`}
          onClick={() => onChoose(copy.index ?? 0)}
          className={cx(
            'grid size-5 place-items-center rounded-chip hover:bg-hover',
            copy.index === chosen && 'bg-accent-soft outline outline-accent',
          )}
        >
          <StatusGlyph status={copy.status} size={12} hidden still />
        </button>
      ))}
      {copies.length > shownAtOnce ? (
        <span className="px-1 text-12 text-ink-3">and {copies.length - shownAtOnce} more</span>
      ) : null}
    </div>
  );
}
