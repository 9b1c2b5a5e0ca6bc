import { useState, type ComponentType } from 'react';
import { isTemplate } from '#domain/expression/is-template.ts';
import type { Widget } from '../form-field.ts';
import { ChoiceField } from './choice-field.tsx';
import { ChoicesField } from './choices-field.tsx';
import { CodeField } from './code-field.tsx';
import { ConnectionField } from './connection-field.tsx';
import { DurationField } from './duration-field.tsx';
import type { FieldProps } from './field-props.ts';
import { JsonField } from './json-field.tsx';
import { KeyValueField } from './key-value-field.tsx';
import { ListField } from './list-field.tsx';
import { LongTextField } from './long-text-field.tsx';
import { NumberField } from './number-field.tsx';
import { ObjectField } from './object-field.tsx';
import { SchemaField } from './schema-field.tsx';
import { SecretField } from './secret-field.tsx';
import { StringsField } from './strings-field.tsx';
import { SwitchField } from './switch-field.tsx';
import { TemplateField } from './template-field.tsx';
import { TextField } from './text-field.tsx';
import { WorkflowField } from './workflow-field.tsx';
import { WorkflowParamsField } from './workflow-params-field.tsx';

type View = ComponentType<FieldProps & { toggle: () => void }>;

const views: Record<Widget, View> = {
  text: TextField,
  file: TextField,
  connection: ConnectionField,
  workflow: WorkflowField,
  'workflow-params': WorkflowParamsField,
  schema: SchemaField,
  secret: SecretField,
  textarea: LongTextField,
  code: CodeField,
  condition: CodeField,
  number: NumberField,
  duration: DurationField,
  switch: SwitchField,
  segments: ChoiceField,
  select: ChoiceField,
  'key-value': KeyValueField,
  list: ListField,
  strings: StringsField,
  choices: ChoicesField,
  object: ObjectField,
  json: JsonField,
};
const wordless = new Set<Widget>([
  'switch',
  'segments',
  'select',
  'connection',
  'workflow',
  'workflow-params',
  'list',
  'strings',
  'choices',
  'key-value',
]);

/** The widget of a field. One that knows no text can be turned into a template and back; both values are kept meanwhile. */
export function FieldView(props: FieldProps) {
  const { field, value, onChange } = props;
  const isText = typeof value === 'string' && isTemplate(value);
  const [template, setTemplate] = useState(isText);
  const [kept, setKept] = useState<typeof value>(undefined);
  if (wordless.has(field.widget) && (template || isText))
    return (
      <TemplateField
        {...props}
        toggle={() => {
          setTemplate(false);
          setKept(isText ? value : undefined);
          onChange(typeof kept === 'string' && isTemplate(kept) ? undefined : kept);
        }}
      />
    );
  const View = views[field.widget];
  return (
    <View
      {...props}
      toggle={() => {
        setTemplate(true);
        setKept(value);
        onChange(typeof kept === 'string' ? kept : '{{ }}');
      }}
    />
  );
}
