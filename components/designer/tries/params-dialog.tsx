import { useState } from 'react';
import type { JsonObject } from '#domain/definition/schema/json.ts';
import { SchemaForm } from '#components/forms/schema-form.tsx';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';

/** Params of tries, over the defaults of the draft. */
export function ParamsDialog(props: {
  schema: JsonObject;
  value: JsonObject;
  onDone: (params: JsonObject) => void;
  onClose: () => void;
}) {
  const [params, setParams] = useState(props.value);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onClose()}
      title="Params of tries"
      description="Of tries on this page only. What is left empty takes its default."
      width={440}
      footer={
        <Button look="primary" onClick={() => props.onDone(params)}>
          Done
        </Button>
      }
    >
      <SchemaForm templates={false} schema={props.schema} value={params} onChange={setParams} />
    </Dialog>
  );
}
