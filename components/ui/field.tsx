'use client';
import { Field as Base } from '@base-ui/react/field';
import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import { ProblemGlyph } from './problem-glyph.tsx';

export interface FieldProps {
  label: ReactNode;
  /** Unit or remark at the right of the label. */
  note?: ReactNode;
  help?: ReactNode;
  /** A sentence that says what is wrong and what to do; it takes the place of the help. */
  error?: ReactNode;
  name?: string;
  className?: string;
  children: ReactNode;
}

/** Label, one control (Input, Textarea, Select, …), help or error: all tied together for screen readers. */
export function Field({ label, note, help, error, name, className, children }: FieldProps) {
  return (
    <Base.Root name={name} invalid={Boolean(error)} className={cx('block', className)}>
      <span className="mb-1 flex items-baseline justify-between gap-2 text-12 font-strong">
        <Base.Label>{label}</Base.Label>
        {note ? <span className="font-text text-ink-3">{note}</span> : null}
      </span>
      {children}
      {error ? (
        <Base.Error match className="mt-1 flex items-start gap-1.5 text-12 text-st-failed-text">
          <ProblemGlyph level="error" size={12} className="mt-0.5" />
          <span>{error}</span>
        </Base.Error>
      ) : help ? (
        <Base.Description className="mt-1 text-12 text-ink-3">{help}</Base.Description>
      ) : null}
    </Base.Root>
  );
}
