import { Braces } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { cx } from '#components/ui/cx.ts';
import { ProblemGlyph } from '#components/ui/problem-glyph.tsx';
import type { FormField } from '../form-field.ts';
import { useField } from './use-field.ts';
import { useTyping } from './use-typing.ts';

/** Label with its note at the right, the control, then error or help. The control gets the ids to be tied to them. */
export function Frame(props: {
  field: FormField;
  note?: ReactNode;
  /** Takes the place of the error the form knows. */
  error?: string | null;
  /** Errors of what is inside count too. */
  deep?: boolean;
  /** Switches between the widget and a template. */
  template?: { on: boolean; toggle: () => void };
  inline?: boolean;
  htmlFor?: string;
  children: (ids: { label: string; describedBy: string | undefined; invalid: boolean }) => ReactNode;
}) {
  const id = useId();
  const { field } = props;
  const known = useField(field, props.deep);
  const typing = useTyping();
  const alarm = props.error ?? known.error;
  const error = typing.isQuiet ? null : alarm;
  // What the field itself says is always an error; a warning of the form leaves the value valid.
  const level = typeof props.error === 'string' ? 'error' : known.level;
  const invalid = error !== null && level === 'error';
  const note = props.note === undefined ? field.hint.unit : props.note;
  const help = error === null ? field.hint.help : undefined;
  const describedBy = error !== null ? `${id}-e` : help !== undefined ? `${id}-h` : undefined;
  const label = (
    <label id={`${id}-l`} htmlFor={props.htmlFor} className="font-strong">
      {field.label}
    </label>
  );
  const side = (
    <span className="flex items-center gap-1.5 font-text text-ink-3">
      {note}
      {props.template !== undefined && !known.shared.readOnly && known.shared.templates ? (
        <button
          type="button"
          aria-pressed={props.template.on}
          aria-label={`Template for ${field.label}`}
          title={props.template.on ? 'Use the ordinary field' : 'Write a template, {{ … }}'}
          onClick={props.template.toggle}
          className="grid size-4 place-items-center rounded-mark text-ink-3 hover:bg-hover hover:text-ink aria-pressed:bg-accent-soft aria-pressed:text-accent-text"
        >
          <Braces className="size-3" strokeWidth={1.75} aria-hidden />
        </button>
      ) : null}
    </span>
  );
  return (
    <div data-field={field.path.join('.')} onInput={() => typing.typed(alarm !== null)} onBlur={typing.rest}>
      {props.inline ? (
        <div className="flex min-h-6 items-center justify-between gap-3 text-12">
          {label}
          <span className="flex items-center gap-2">
            {side}
            {props.children({ label: `${id}-l`, describedBy, invalid })}
          </span>
        </div>
      ) : (
        <>
          <div className="mb-1 flex items-baseline justify-between gap-2 text-12">
            {label}
            {side}
          </div>
          {props.children({ label: `${id}-l`, describedBy, invalid })}
        </>
      )}
      {error !== null ? (
        <p
          id={`${id}-e`}
          className={cx('mt-1 flex items-start gap-1.5 text-12', level === 'error' ? 'text-st-failed-text' : 'text-ink-2')}
        >
          <ProblemGlyph level={level} size={12} className="mt-0.5" />
          <span>{error}</span>
        </p>
      ) : help !== undefined ? (
        <p id={`${id}-h`} className="mt-1 text-12 text-ink-3">
          {help}
        </p>
      ) : null}
    </div>
  );
}
