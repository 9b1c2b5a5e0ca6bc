import { isJsonObject } from '#domain/definition/json/is-json-object.ts';
import { use, useState } from 'react';
import type { JsonObject } from '#domain/definition/schema/json.ts';
import { withDefaults } from '#domain/definition/json-schema/with-defaults.ts';
import { Segments } from '#components/ui/segments.tsx';
import { SchemaBuilder } from '../builder/schema-builder.tsx';
import { FormContext } from '../form-context.ts';
import { fieldsOf } from '../form-field.ts';
import { setField } from '../set-field.ts';
import type { FieldProps } from './field-props.ts';
import { Frame } from './frame.tsx';
import { JsonField } from './json-field.tsx';
import { useField } from './use-field.ts';

type Way = 'fields' | 'json' | 'preview';

/** The JSON Schema of a form: built field by field, or written as JSON; and how the form looks to who fills it in. */
export function SchemaField(props: FieldProps) {
  const { field, value, onChange } = props;
  const { shared } = useField(field, true);
  const [chosen, setWay] = useState<Way>('fields');
  // Somebody wrote what no builder can show.
  const way: Way = value !== undefined && !(isJsonObject(value) && isJsonObject(value['properties'] ?? {})) ? 'json' : chosen;
  const one = field.label.endsWith('s') ? field.label.replace(/s$/, '').toLowerCase() : 'field';
  const segments = (
    <Segments<Way>
      label={`${field.label}, shown as`}
      size="sm"
      value={way}
      options={[
        { value: 'fields', label: 'Fields' },
        { value: 'json', label: 'JSON' },
        { value: 'preview', label: 'Preview' },
      ]}
      onChange={setWay}
    />
  );
  const schema = isJsonObject(value) ? value : {};
  if (way === 'json')
    return (
      <div className="flex flex-col gap-1.5">
        <div className="self-end">{segments}</div>
        <JsonField {...props} />
      </div>
    );
  return (
    <Frame field={field} deep note={segments}>
      {() =>
        way === 'preview' ? (
          <Preview schema={schema} />
        ) : (
          <SchemaBuilder schema={schema} one={one} readOnly={shared.readOnly} onChange={onChange} />
        )
      }
    </Frame>
  );
}

const nothing = {};

/** The form as it will be asked; what is typed into it is for trying only. */
function Preview({ schema }: { schema: JsonObject }) {
  const shared = use(FormContext);
  const [typed, setTyped] = useState<JsonObject>({});
  if (shared === null) return null;
  const value = withDefaults(typed, schema);
  const fields = fieldsOf(schema, schema, nothing);
  if (fields.length === 0) return <p className="text-12 text-ink-3">Nothing is asked yet. Add a field first.</p>;
  return (
    <FormContext
      value={{
        ...shared,
        root: schema,
        value,
        hints: nothing,
        problems: [],
        scope: { tasks: [], params: [] },
        readOnly: false,
        templates: false,
        preview: null,
        unfinished: null,
      }}
    >
      <div role="group" aria-label="Preview" className="flex flex-col gap-3 rounded-control border border-line p-3">
        {fields.map((field) => (
          <shared.View
            key={field.key}
            field={field}
            value={value[field.key]}
            onChange={(next) => setTyped(setField(value, field.key, next))}
          />
        ))}
      </div>
    </FormContext>
  );
}
