import { use } from 'react';
import { WorkflowSlot } from '../workflow-slot.ts';
import type { FieldProps } from './field-props.ts';
import { Frame } from './frame.tsx';
import { TextField } from './text-field.tsx';
import { useField } from './use-field.ts';

/** The choice of a workflow by its name; a form that knows none takes its id as text. */
export function WorkflowField({ field, value, onChange, toggle }: FieldProps & { toggle: () => void }) {
  const { shared } = useField(field);
  const Picker = use(WorkflowSlot);
  if (Picker === null) return <TextField field={field} value={value} onChange={onChange} />;
  return (
    <Frame field={field} template={{ on: false, toggle }}>
      {({ label, describedBy }) => (
        <Picker
          label={label}
          describedBy={describedBy}
          readOnly={shared.readOnly}
          value={typeof value === 'string' ? value : ''}
          onChange={onChange}
        />
      )}
    </Frame>
  );
}
