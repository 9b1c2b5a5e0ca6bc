import { use } from 'react';
import { isTemplate } from '#domain/expression/is-template.ts';
import { acceptedTypes } from '../accepted-types.ts';
import { ConnectionSlot } from '../connection-slot.ts';
import { fieldsOf } from '../form-field.ts';
import type { FieldProps } from './field-props.ts';
import { Frame } from './frame.tsx';
import { TextField } from './text-field.tsx';
import { useField } from './use-field.ts';

/** The choice of a connection by its name; a template, or a form that knows no connections, is written as text. */
export function ConnectionField(props: FieldProps & { toggle: () => void }) {
  const { field, value, onChange, toggle } = props;
  const { shared } = useField(field);
  const Picker = use(ConnectionSlot);
  const name = typeof value === 'string' ? value : '';
  if (Picker === null || isTemplate(name)) return <TextField field={field} value={value} onChange={onChange} />;
  const types = acceptedTypes(field.hint, shared.value, fieldsOf(shared.root, shared.root, shared.hints));
  return (
    <Frame field={field} template={{ on: false, toggle }}>
      {({ label, describedBy, invalid }) => (
        <Picker
          label={label}
          describedBy={describedBy}
          invalid={invalid}
          readOnly={shared.readOnly}
          required={field.required}
          types={types}
          value={name}
          onChange={(next) => onChange(next === '' && !field.required ? undefined : next)}
        />
      )}
    </Frame>
  );
}
