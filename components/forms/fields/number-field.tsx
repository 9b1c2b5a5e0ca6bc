import { useId, useState } from 'react';
import { isTemplate } from '#domain/expression/is-template.ts';
import { TemplateInput } from '../template/template-input.tsx';
import { useUnfinished } from '../use-unfinished.ts';
import type { FieldProps } from './field-props.ts';
import { Frame } from './frame.tsx';
import { Rendered } from './rendered.tsx';
import { useField } from './use-field.ts';

/** A number with its unit, or a template. What is no number yet stays as typed and says so. */
export function NumberField({ field, value, onChange }: FieldProps) {
  const id = useId();
  const { shared } = useField(field);
  const shown = value === undefined || value === null ? '' : typeof value === 'string' ? value : String(value);
  const [typed, keep] = useUnfinished(field.path, value, () => shown);
  const [seen, setSeen] = useState(shown);
  const number = Number(typed);
  const good = typed.trim() === '' || isTemplate(typed) || Number.isFinite(number);
  if (shown !== seen) {
    setSeen(shown);
    // From outside (undo, another tab): take it, unless it is what was typed.
    if (typed.trim() === '' || Number(typed) !== Number(shown)) keep(shown, value);
  }
  return (
    <Frame field={field} htmlFor={id} error={good ? null : `${field.label} needs a number. ${typed} is none.`} note={null}>
      {({ describedBy, invalid }) => (
        <>
          <TemplateInput
            id={id}
            name={field.label}
            value={typed}
            inputMode="decimal"
            after={field.hint.unit}
            readOnly={shared.readOnly}
            placeholder={field.hint.placeholder ?? (field.preset === undefined ? undefined : String(field.preset))}
            aria-invalid={invalid}
            aria-describedby={describedBy}
            onText={(text) => {
              const next =
                text.trim() === '' ? undefined : isTemplate(text) ? text : Number.isFinite(Number(text)) ? Number(text) : value;
              keep(text, next);
              if (next !== value) onChange(next);
            }}
          />
          {isTemplate(typed) ? <Rendered text={typed} /> : null}
        </>
      )}
    </Frame>
  );
}
