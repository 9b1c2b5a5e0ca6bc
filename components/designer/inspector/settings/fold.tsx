import { ChevronRight } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { ProblemGlyph } from '#components/ui/problem-glyph.tsx';
import type { FormProblem } from '#components/forms/form-context.ts';
import { ReadOnlyFields } from '../../session/read-only-fields.tsx';

export interface FoldProps {
  /** The field of the definition it edits: problems below it are told here, and a click on one opens it. */
  field: string;
  title: string;
  /** What is set, in a few words, while it is closed. */
  summary: string;
  /** Whether something is set: it is open from the start then. */
  isSet: boolean;
  problems?: readonly FormProblem[];
  /** Words of a search, lower case; empty: none. One that does not hold them all is not shown. */
  search?: string;
  /** Further words it is found by. */
  words?: string;
  children: ReactNode;
}

/** A part of the settings that most people leave alone: one line that says how it stands, opened by a click. */
export function Fold(props: FoldProps) {
  const search = props.search ?? '';
  const problems = (props.problems ?? []).filter(
    ({ pointer, level }) => level !== 'info' && (pointer === `/${props.field}` || pointer.startsWith(`/${props.field}/`)),
  );
  const [open, setOpen] = useState(props.isSet);
  const all = `${props.title} ${props.words ?? ''} ${props.summary}`.toLowerCase();
  if (!search.split(/\s+/).every((word) => all.includes(word))) return null;
  return (
    <details
      data-field={props.field}
      open={open || search !== ''}
      onToggle={(event) => {
        if (search === '') setOpen(event.currentTarget.open);
      }}
      className="group/fold -mx-4 border-t border-line px-4"
    >
      <summary className="-mx-2 flex min-h-9 cursor-default list-none items-center gap-2 rounded-chip px-2 text-13 hover:bg-hover max-sm:min-h-11 [&::-webkit-details-marker]:hidden">
        <ChevronRight className="size-3.5 shrink-0 text-ink-3 group-open/fold:rotate-90" strokeWidth={1.75} aria-hidden />
        <span className="font-strong">{props.title}</span>
        <span className="ml-auto min-w-0 truncate text-12 text-ink-3">{props.summary}</span>
        {problems.length > 0 ? (
          <ProblemGlyph level={problems.some(({ level }) => level === 'error') ? 'error' : 'warning'} size={12} />
        ) : null}
      </summary>
      <div className="flex flex-col gap-3 pt-1 pb-4">
        {problems.map((problem, i) => (
          <p
            key={i}
            className={`flex items-start gap-1.5 text-12 ${problem.level === 'error' ? 'text-st-failed-text' : 'text-ink-2'}`}
          >
            <ProblemGlyph level={problem.level === 'error' ? 'error' : 'warning'} size={12} className="mt-0.5" />
            <span>{problem.message}</span>
          </p>
        ))}
        <ReadOnlyFields>{props.children}</ReadOnlyFields>
      </div>
    </details>
  );
}
