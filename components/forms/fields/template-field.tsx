import { useId } from 'react';
import { TemplateInput } from '../template/template-input.tsx';
import type { FieldProps } from './field-props.ts';
import { Frame } from './frame.tsx';
import { Rendered } from './rendered.tsx';

/** A field whose widget knows no text (switch, choice), written as a template for once. */
export function TemplateField({ field, value, onChange, toggle }: FieldProps & { toggle: () => void }) {
  const id = useId();
  const text = typeof value === 'string' ? value : '';
  return (
    <Frame field={field} htmlFor={id} template={{ on: true, toggle }}>
      {({ describedBy, invalid }) => (
        <>
          <TemplateInput
            id={id}
            name={field.label}
            value={text}
            autoFocus={text === '{{ }}'}
            placeholder="{{ params.name }}"
            aria-invalid={invalid}
            aria-describedby={describedBy}
            onText={onChange}
          />
          <Rendered text={text} />
        </>
      )}
    </Frame>
  );
}
