import { useId } from 'react';
import { isTemplate } from '#domain/expression/is-template.ts';
import type { FieldProps } from './field-props.ts';
import { Frame } from './frame.tsx';
import { Rendered } from './rendered.tsx';
import { TextInput } from './text-input.tsx';
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
          <TextInput
            id={id}
            value={text}
            template={template}
            mono={field.widget === 'file'}
            readOnly={shared.readOnly}
            placeholder={field.hint.placeholder ?? (typeof field.preset === 'string' ? field.preset : undefined)}
            aria-invalid={invalid}
            aria-describedby={describedBy}
            aria-required={field.required || undefined}
            spellCheck={false}
            autoComplete="off"
            onChange={(event) => onChange(event.target.value === '' && !field.required ? undefined : event.target.value)}
          />
          {template ? <Rendered text={text} /> : null}
        </>
      )}
    </Frame>
  );
}
