import { isJsonObject } from '#domain/definition/json/is-json-object.ts';
import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react';
import { use } from 'react';
import type { Json, JsonObject } from '#domain/definition/schema/json.ts';
import { Button } from '#components/ui/button.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { FormContext } from '../form-context.ts';
import { fieldsOf, isShown } from '../form-field.ts';
import { setField } from '../set-field.ts';
import type { FieldProps } from './field-props.ts';
import { Frame } from './frame.tsx';
import { useField } from './use-field.ts';

/** A list of objects, each a small form: the cases of a branch. Order counts, so it can be changed. */
export function ListField({ field, value, onChange, toggle }: FieldProps & { toggle: () => void }) {
  const { shared } = useField(field);
  const list = Array.isArray(value) ? value : [];
  const one = field.label.replace(/ies$/, 'y').replace(/s$/, '');
  const set = (next: Json[]): void => onChange(next.length === 0 && !field.required ? undefined : next);
  const move = (i: number, by: -1 | 1): void => {
    const next = [...list];
    const [entry] = next.splice(i, 1);
    if (entry !== undefined) next.splice(i + by, 0, entry);
    set(next);
  };
  return (
    <Frame field={field} template={{ on: false, toggle }}>
      {() => (
        <div className="flex flex-col gap-2">
          {list.map((entry, i) => (
            <div
              key={i}
              role="group"
              aria-label={`${one} ${i + 1}`}
              className="rounded-control border border-line bg-sunken p-2 pt-1"
            >
              <div className="mb-1 flex items-center">
                <span className="num flex-1 text-11 text-ink-3">{i + 1}</span>
                {shared.readOnly ? null : (
                  <>
                    {i > 0 ? (
                      <IconButton
                        size="sm"
                        label={`Move ${one.toLowerCase()} ${i + 1} up`}
                        icon={<ArrowUp className="size-3.5!" strokeWidth={1.75} />}
                        onClick={() => move(i, -1)}
                      />
                    ) : null}
                    {i < list.length - 1 ? (
                      <IconButton
                        size="sm"
                        label={`Move ${one.toLowerCase()} ${i + 1} down`}
                        icon={<ArrowDown className="size-3.5!" strokeWidth={1.75} />}
                        onClick={() => move(i, 1)}
                      />
                    ) : null}
                    <IconButton
                      size="sm"
                      label={`Remove ${one.toLowerCase()} ${i + 1}`}
                      icon={<X className="size-3.5!" strokeWidth={1.75} />}
                      onClick={() => set(list.filter((_, k) => k !== i))}
                    />
                  </>
                )}
              </div>
              <Entry
                schema={field.schema['items'] ?? {}}
                path={[...field.path, i]}
                value={isJsonObject(entry) ? entry : {}}
                onChange={(next) => set(list.map((old, k) => (k === i ? next : old)))}
              />
            </div>
          ))}
          {shared.readOnly ? null : (
            <Button
              size="sm"
              look="quiet"
              className="self-start px-1 text-accent-text"
              icon={<Plus strokeWidth={1.75} />}
              onClick={() => set([...list, {}])}
            >
              Add {one.toLowerCase()}
            </Button>
          )}
        </div>
      )}
    </Frame>
  );
}

function Entry(props: { schema: Json; path: (string | number)[]; value: JsonObject; onChange: (value: JsonObject) => void }) {
  const { schema, value } = props;
  const shared = use(FormContext);
  if (shared === null) return null;
  const fields = fieldsOf(shared.root, schema, shared.hints, props.path);
  return (
    <div className="flex flex-col gap-2">
      {fields
        .filter((field) => isShown(field, value, fields))
        .map((field) => (
          <shared.View
            key={field.key}
            field={field}
            value={value[field.key]}
            onChange={(next) => props.onChange(setField(value, field.key, next))}
          />
        ))}
    </div>
  );
}
