'use client';
import { useMemo } from 'react';
import type { JsonObject } from '#domain/definition/schema/json.ts';
import type { Manifest } from '#domain/definition/schema/manifest.ts';
import { useTemplateDrop } from './drop/use-template-drop.ts';
import { FieldView } from './fields/field-view.tsx';
import { FormContext, type CompletionScope, type FormProblem, type Preview } from './form-context.ts';
import { fieldsOf, isShown } from './form-field.ts';
import type { UnfinishedTexts } from './use-unfinished.ts';
import { setField } from './set-field.ts';

export interface SchemaFormProps {
  /** JSON Schema of an object. */
  schema: JsonObject;
  hints?: Manifest['hints'];
  value: JsonObject;
  /** The whole new value, and the field that was touched: typing in one field is one step of the history. */
  onChange: (value: JsonObject, field: string) => void;
  problems?: readonly FormProblem[];
  scope?: CompletionScope;
  readOnly?: boolean;
  /** Whether a field may be a template; default yes. */
  templates?: boolean;
  preview?: Preview;
  unfinished?: UnfinishedTexts;
  /** Shown when the schema has no field. */
  empty?: string;
}

const noHints: Manifest['hints'] = {};
const noProblems: readonly FormProblem[] = [];
const noScope: CompletionScope = { tasks: [], params: [] };

/** A form drawn from a JSON Schema and hints. It holds no state of the value: what is typed is in the document at once. */
export function SchemaForm(props: SchemaFormProps) {
  const { schema, value, onChange } = props;
  const hints = props.hints ?? noHints;
  const fields = useMemo(() => fieldsOf(schema, schema, hints), [schema, hints]);
  const shared = useMemo(
    () => ({
      root: schema,
      value,
      hints,
      problems: props.problems ?? noProblems,
      scope: props.scope ?? noScope,
      readOnly: props.readOnly ?? false,
      templates: props.templates ?? true,
      preview: props.preview ?? null,
      unfinished: props.unfinished ?? null,
      View: FieldView,
    }),
    [schema, hints, value, props.problems, props.scope, props.readOnly, props.templates, props.preview, props.unfinished],
  );
  const drop = useTemplateDrop(shared.templates && !shared.readOnly);
  if (fields.length === 0) return <p className="text-12 text-ink-3">{props.empty ?? 'Nothing to configure.'}</p>;
  return (
    <FormContext value={shared}>
      <div
        className="flex flex-col gap-3 [&_[data-drop]]:rounded-control [&_[data-drop]]:outline-2 [&_[data-drop]]:outline-offset-2 [&_[data-drop]]:outline-accent [&_[data-drop]]:outline-dashed"
        {...drop}
      >
        {fields
          .filter((field) => isShown(field, value, fields))
          .map((field) => (
            <FieldView
              key={field.key}
              field={field}
              value={value[field.key]}
              onChange={(next) => onChange(setField(value, field.key, next), field.path.join('.'))}
            />
          ))}
      </div>
    </FormContext>
  );
}
