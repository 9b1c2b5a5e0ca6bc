import { isJsonObject } from '#domain/definition/json/is-json-object.ts';
import { use } from 'react';
import { FormContext } from '../form-context.ts';
import { fieldsOf, isShown } from '../form-field.ts';
import { setField } from '../set-field.ts';
import type { FieldProps } from './field-props.ts';

/** An object inside the config: its own fields, indented by a line. */
export function ObjectField({ field, value, onChange }: FieldProps) {
  const shared = use(FormContext);
  if (shared === null) return null;
  const fields = fieldsOf(shared.root, field.schema, shared.hints, field.path);
  const own = isJsonObject(value) ? value : {};
  const small = fields.length === 2 && fields.every((inner) => inner.widget === 'text' || inner.widget === 'number');
  return (
    <fieldset className="border-l border-line-2 pl-3" data-field={field.path.join('.')}>
      <legend className="mb-1 text-12 font-strong">{field.label}</legend>
      {field.hint.help === undefined ? null : <p className="mb-2 text-12 text-ink-3">{field.hint.help}</p>}
      <div className={small ? 'grid grid-cols-2 gap-2' : 'flex flex-col gap-3'}>
        {fields
          .filter((inner) => isShown(inner, own, fields))
          .map((inner) => (
            <shared.View
              key={inner.key}
              field={inner}
              value={own[inner.key]}
              onChange={(next) => {
                const changed = setField(own, inner.key, next);
                onChange(Object.keys(changed).length === 0 && !field.required ? undefined : changed);
              }}
            />
          ))}
      </div>
    </fieldset>
  );
}
