import { useMemo } from 'react';
import type { JsonObject } from '#domain/definition/schema/json.ts';
import { RenameSlot } from '#components/forms/rename-slot.ts';
import { SchemaForm } from '#components/forms/schema-form.tsx';
import { useDesigner } from '../session/use-designer.ts';
import { useRenameParam } from './use-rename-param.ts';

const schema: JsonObject = { type: 'object', properties: { params: { type: 'object' } } };
const hints = { params: { label: 'Params', widget: 'schema' as const } };

/** The params of a run: a JSON Schema in the definition, built field by field or written as JSON. */
export function ParamsEditor() {
  const params: JsonObject | undefined = useDesigner((s) => s.workflow.params);
  const all = useDesigner((s) => s.problems);
  const edit = useDesigner((s) => s.edit);
  const rename = useRenameParam();
  const problems = useMemo(
    () => all.filter(({ pointer, task }) => task === undefined && (pointer === '/params' || pointer.startsWith('/params/'))),
    [all],
  );
  return (
    <div className="flex flex-col gap-3">
      <p className="text-12 text-ink-3">
        Values a run may be given, read in templates as <code className="font-mono text-11">{'{{ params.name }}'}</code>.
      </p>
      <RenameSlot value={rename}>
        <SchemaForm
          templates={false}
          schema={schema}
          hints={hints}
          value={params === undefined ? {} : { params }}
          problems={problems}
          onChange={(next) =>
            edit(
              { type: 'set-settings', fields: { params: next['params'] as JsonObject | undefined } },
              { label: 'params of the workflow', gesture: 'params' },
            )
          }
        />
      </RenameSlot>
    </div>
  );
}
