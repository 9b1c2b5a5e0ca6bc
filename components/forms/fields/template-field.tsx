import { useId } from 'react';
import type { FieldProps } from './field-props.ts';
import { Frame } from './frame.tsx';
import { Rendered } from './rendered.tsx';
import { TextInput } from './text-input.tsx';

/** A field whose widget knows no text (switch, choice), written as a template for once. */
export function TemplateField({ field, value, onChange, toggle }: FieldProps & { toggle: () => void }) {
  const id = useId();
  const text = typeof value === 'string' ? value : '';
  return (
    <Frame field={field} htmlFor={id} template={{ on: true, toggle }}>
      {({ describedBy, invalid }) => (
        <>
          <TextInput
            id={id}
            value={text}
            template
            placeholder="{{ params.name }}"
            aria-invalid={invalid}
            aria-describedby={describedBy}
            spellCheck={false}
            autoComplete="off"
            onChange={(event) => onChange(event.target.value)}
          />
          <Rendered text={text} />
        </>
      )}
    </Frame>
  );
}
