'use client';
import { useState } from 'react';
import type { JsonObject } from '#domain/definition/schema/json.ts';
import { SchemaForm } from '#components/forms/schema-form.tsx';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';

/** A new run with other params: it begins with those of the run that is looked at. */
export function AgainDialog(props: {
  schema: JsonObject;
  params: JsonObject;
  busy: boolean;
  onRun: (params: JsonObject) => void;
  onClose: () => void;
}) {
  const [params, setParams] = useState(props.params);
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : props.onClose())}
      title="Change params and run again"
      description="A new run begins; this one stays as it is."
      width={440}
      footer={
        <>
          <Button onClick={props.onClose}>Run nothing</Button>
          <Button look="primary" busy={props.busy} onClick={() => props.onRun(params)}>
            Run
          </Button>
        </>
      }
    >
      <SchemaForm
        templates={false}
        schema={props.schema}
        value={params}
        onChange={setParams}
        empty="This workflow has no params. They are described in its settings."
      />
    </Dialog>
  );
}
