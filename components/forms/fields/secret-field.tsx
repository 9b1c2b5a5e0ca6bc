import { useId } from 'react';
import type { FieldProps } from './field-props.ts';
import { Frame } from './frame.tsx';
import { TextInput } from './text-input.tsx';
import { useField } from './use-field.ts';

/** A secret: typed unseen, never filled in again. Empty says nothing, so that what is kept stays. */
export function SecretField({ field, value, onChange }: FieldProps) {
  const id = useId();
  const { shared } = useField(field);
  return (
    <Frame field={field} htmlFor={id}>
      {({ describedBy, invalid }) => (
        <TextInput
          id={id}
          type="password"
          value={typeof value === 'string' ? value : ''}
          readOnly={shared.readOnly}
          placeholder={field.hint.placeholder}
          aria-invalid={invalid}
          aria-describedby={describedBy}
          aria-required={field.required || undefined}
          spellCheck={false}
          // Browsers offer the password of this very site for everything else.
          autoComplete="new-password"
          data-1p-ignore
          onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}
        />
      )}
    </Frame>
  );
}
