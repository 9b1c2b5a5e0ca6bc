import { isJsonObject } from '#domain/definition/json/is-json-object.ts';
import { X } from 'lucide-react';
import { use, useMemo } from 'react';
import type { Json, JsonObject } from '#domain/definition/schema/json.ts';
import { IconButton } from '#components/ui/icon-button.tsx';
import { ProblemGlyph } from '#components/ui/problem-glyph.tsx';
import { FormContext } from '../form-context.ts';
import { fieldsOf, type FormField } from '../form-field.ts';
import { setField } from '../set-field.ts';
import { WorkflowParamsSlot } from '../workflow-params-slot.ts';
import type { FieldProps } from './field-props.ts';
import { Frame } from './frame.tsx';
import { KeyValueField } from './key-value-field.tsx';
import { useField } from './use-field.ts';

type Props = FieldProps & { toggle: () => void };

/** What a workflow is given: a form made from its params. Names and values where it has none, or where nobody knows them. */
export function WorkflowParamsField(props: Props) {
  const { field } = props;
  const { shared } = useField(field);
  const Params = use(WorkflowParamsSlot);
  const named = shared.value[field.hint.of ?? ''];
  const workflow = typeof named === 'string' ? named : '';
  if (Params === null || workflow === '') return <KeyValueField {...props} />;
  return (
    <Params workflow={workflow}>
      {(schema) =>
        schema === undefined ? null : schema === null ? (
          <KeyValueField {...props} />
        ) : (
          <ParamsForm {...props} schema={schema} workflow={workflow} />
        )
      }
    </Params>
  );
}

const noHints = {};
// A list of objects would be a form that cannot be a template.
const templatable = (field: FormField): FormField => (field.widget === 'list' ? { ...field, widget: 'json' } : field);

function ParamsForm({ field, value, onChange, toggle, schema, workflow }: Props & { schema: JsonObject; workflow: string }) {
  const { shared } = useField(field);
  const own = isJsonObject(value) ? value : {};
  const inner = useMemo(() => ({ ...shared, root: schema, hints: noHints }), [shared, schema]);
  const path = field.path.join('.');
  const fields = useMemo(
    () => fieldsOf(schema, schema, noHints, path.split('.')).map((found) => templatable(found)),
    [schema, path],
  );
  const strange = Object.keys(own).filter((name) => !fields.some(({ key }) => key === name));
  const set = (key: string, next: Json | undefined): void => {
    const changed = setField(own, key, next);
    onChange(Object.keys(changed).length === 0 && !field.required ? undefined : changed);
  };
  return (
    <Frame field={field} note={`of ${workflow}`} template={{ on: false, toggle }}>
      {({ label }) => (
        <FormContext value={inner}>
          <div role="group" aria-labelledby={label} className="flex flex-col gap-3 border-l border-line-2 pl-3">
            {fields.map((found) => (
              <shared.View key={found.key} field={found} value={own[found.key]} onChange={(next) => set(found.key, next)} />
            ))}
            {fields.length === 0 && strange.length === 0 ? <p className="text-12 text-ink-3">It has no params.</p> : null}
            {strange.map((name) => (
              <Strange
                key={name}
                field={{ ...field, key: name, path: [...field.path, name], label: name }}
                value={own[name]}
                onRemove={shared.readOnly ? null : () => set(name, undefined)}
              />
            ))}
          </div>
        </FormContext>
      )}
    </Frame>
  );
}

/** A value for a param that the workflow does not have, or has no more: it is shown until a person takes it away. */
function Strange({ field, value, onRemove }: { field: FormField; value: Json | undefined; onRemove: (() => void) | null }) {
  const { error } = useField(field, true);
  return (
    <div data-field={field.path.join('.')} tabIndex={-1}>
      <div className="flex min-h-7 items-center gap-2 rounded-control border border-line bg-sunken pr-0.5 pl-2">
        <code className="shrink-0 font-mono text-12">{field.label}</code>
        <code className="min-w-0 flex-1 truncate font-mono text-11 text-ink-3">
          {typeof value === 'string' ? value : JSON.stringify(value)}
        </code>
        {onRemove === null ? null : (
          <IconButton size="sm" label={`Remove ${field.label}`} icon={<X strokeWidth={1.75} />} onClick={onRemove} />
        )}
      </div>
      {error === null ? null : (
        <p className="mt-1 flex items-start gap-1.5 text-12 text-ink-2">
          <ProblemGlyph level="warning" size={12} className="mt-0.5" />
          <span>{error}</span>
        </p>
      )}
    </div>
  );
}
