import { Switch } from '#components/ui/switch.tsx';
import type { FieldProps } from './field-props.ts';
import { Frame } from './frame.tsx';
import { useField } from './use-field.ts';

/** On or off. A switch is never required: it always has a value. */
export function SwitchField({ field, value, onChange, toggle }: FieldProps & { toggle: () => void }) {
  const { shared } = useField(field);
  const preset = field.preset === true;
  return (
    <Frame field={field} inline template={{ on: false, toggle }}>
      {() => (
        <Switch
          label={field.label}
          checked={typeof value === 'boolean' ? value : preset}
          readOnly={shared.readOnly}
          onChange={(next) => onChange(next === preset && field.preset !== undefined ? undefined : next)}
        />
      )}
    </Frame>
  );
}
