import type { ReactNode } from 'react';

/** A part of the inspector with its heading, divided by a line. */
export function Section({ title, note, children }: { title: string; note?: ReactNode; children: ReactNode }) {
  return (
    <section aria-label={title} className="-mx-4 mt-4 border-t border-line px-4 pt-3 first:mt-0 first:border-t-0 first:pt-0">
      <h2 className="mb-2.5 flex items-baseline gap-2 text-13 font-strong">
        {title}
        {note === undefined ? null : <span className="text-12 font-text text-ink-3">{note}</span>}
      </h2>
      {children}
    </section>
  );
}
