import { useId } from 'react';
import { isTemplate } from '#domain/expression/is-template.ts';
import { TemplateArea } from '../template/template-area.tsx';
import type { FieldProps } from './field-props.ts';
import { Frame } from './frame.tsx';
import { Rendered } from './rendered.tsx';
import { useField } from './use-field.ts';

/** A list of texts, one a line. */
export function StringsField({ field, value, onChange, toggle }: FieldProps & { toggle: () => void }) {
  const id = useId();
  const { shared } = useField(field, true);
  const text = Array.isArray(value) ? value.map(String).join('\n') : typeof value === 'string' ? value : '';
  return (
    <Frame field={field} template={{ on: false, toggle }} deep htmlFor={id} note="one a line">
      {({ describedBy, invalid }) => (
        <>
          <TemplateArea
            id={id}
            name={field.label}
            value={text}
            readOnly={shared.readOnly}
            invalid={invalid}
            describedBy={describedBy}
            rows={3}
            placeholder={field.hint.placeholder}
            onText={(next) => onChange(next === '' && !field.required ? undefined : next.split('\n'))}
          />
          {text
            .split('\n')
            .filter(isTemplate)
            .slice(0, 3)
            .map((line, i) => (
              <Rendered key={i} text={line} />
            ))}
        </>
      )}
    </Frame>
  );
}
