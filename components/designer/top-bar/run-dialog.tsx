import { useState } from 'react';
import type { JsonObject } from '#domain/definition/schema/json.ts';
import { SchemaForm } from '#components/forms/schema-form.tsx';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { useDesigner } from '../session/use-designer.ts';
import { useSession } from '../session/workflow-session.ts';

/** Params of one run, in a form made from the workflow's schema. What is left empty takes its default. */
export function RunDialog(props: { source: 'draft' | 'published'; onRun: (params: JsonObject) => void; onClose: () => void }) {
  const { detail } = useSession();
  const own = useDesigner((s) => s.workflow.params);
  const schema = (props.source === 'draft' ? own : (detail.published?.definition.params as JsonObject | undefined)) ?? {};
  const [params, setParams] = useState<JsonObject>({});
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onClose()}
      title={props.source === 'draft' ? 'Run the draft' : `Run version ${detail.published?.version ?? ''}`}
      description="These params are for this run only."
      width={440}
      footer={
        <Button look="primary" onClick={() => props.onRun(params)}>
          Run
        </Button>
      }
    >
      <SchemaForm
        templates={false}
        schema={schema}
        value={params}
        onChange={setParams}
        empty="This workflow has no params. They are described in its settings."
      />
    </Dialog>
  );
}
