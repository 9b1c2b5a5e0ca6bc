import { useId } from 'react';
import { isTemplate } from '#domain/expression/is-template.ts';
import { TemplateInput } from '../template/template-input.tsx';
import type { FieldProps } from './field-props.ts';
import { Frame } from './frame.tsx';
import { Rendered } from './rendered.tsx';
import { useField } from './use-field.ts';

/** Text of one line. Empty and not required: the field says nothing. */
export function TextField({ field, value, onChange }: FieldProps) {
  const id = useId();
  const { shared } = useField(field);
  const text = typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value);
  const template = isTemplate(text);
  return (
    <Frame field={field} htmlFor={id}>
      {({ describedBy, invalid }) => (
        <>
          <TemplateInput
            id={id}
            name={field.label}
            value={text}
            mono={field.widget === 'file'}
            readOnly={shared.readOnly}
            placeholder={field.hint.placeholder ?? (typeof field.preset === 'string' ? field.preset : undefined)}
            aria-invalid={invalid}
            aria-describedby={describedBy}
            aria-required={field.required || undefined}
            onText={(next) => onChange(next === '' && !field.required ? undefined : next)}
          />
          {template ? <Rendered text={text} /> : null}
        </>
      )}
    </Frame>
  );
}
