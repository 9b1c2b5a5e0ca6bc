import type { Json } from '#domain/definition/schema/json.ts';
import type { FormField } from '../form-field.ts';

/** What every widget takes. `undefined` means that the field says nothing and its preset holds. */
export interface FieldProps {
  field: FormField;
  value: Json | undefined;
  onChange: (value: Json | undefined) => void;
}
