'use client';
import { ChevronRight } from 'lucide-react';
import { useId, useState } from 'react';
import { cx } from '#components/ui/cx.ts';
import { Markdown } from '#components/ui/markdown.tsx';

/** The team's own words about a task (`Task.doc`): open where it failed, since they say what to do then; else one line. */
export function TaskDocNote({ doc, failed }: { doc: string | undefined; failed: boolean }) {
  const id = useId();
  // Until the person says otherwise.
  const [chosen, setChosen] = useState<boolean | null>(null);
  if (doc === undefined || doc.trim() === '') return null;
  const open = chosen ?? failed;
  return (
    <section aria-label="Doc" className="shrink-0 border-b border-line">
      <button
        type="button"
        aria-expanded={open}
        aria-controls={id}
        className="flex min-h-8 w-full items-center gap-2 px-4 text-left text-12 font-strong hover:bg-hover focus-visible:-outline-offset-2"
        onClick={() => setChosen(!open)}
      >
        <ChevronRight className={cx('size-3.5 text-ink-3', open && 'rotate-90')} strokeWidth={1.75} aria-hidden />
        Doc
      </button>
      <div
        id={id}
        hidden={!open}
        className="scroll max-h-40 px-4 pb-3 pl-[38px]"
        tabIndex={0}
        role="group"
        aria-label="Doc of the task"
      >
        <Markdown text={doc} />
      </div>
    </section>
  );
}
