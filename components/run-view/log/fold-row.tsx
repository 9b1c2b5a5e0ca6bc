'use client';
import { ChevronRight } from 'lucide-react';
import { cx } from '#components/ui/cx.ts';
import type { LogFold } from './fold-frames.ts';

/** The line that stands for frames of libraries; opens and closes them. */
export function FoldRow({ fold, onToggle }: { fold: LogFold; onToggle: () => void }) {
  return (
    <button
      type="button"
      aria-expanded={fold.open}
      className="flex w-full items-center gap-1 px-3 text-left font-mono text-11 leading-[18px] text-ink-2 hover:bg-hover focus-visible:-outline-offset-2"
      onClick={onToggle}
    >
      <ChevronRight className={cx('size-3.5 shrink-0 text-ink-3', fold.open && 'rotate-90')} strokeWidth={1.75} aria-hidden />
      {fold.frames} {fold.frames === 1 ? 'frame' : 'frames'} of libraries
    </button>
  );
}
