'use client';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input } from '#components/ui/input.tsx';

/** Asks what a new workflow is called; Enter goes on to its empty canvas. A name is offered, and typed over. */
export function NewWorkflowDialog(props: {
  /** A name that is free. */
  offered: string;
  /** Folder it goes into. */
  project: string | undefined;
  busy: boolean;
  onCreate: (name: string) => void;
  onClose: () => void;
}) {
  const [name, setName] = useState(props.offered);
  const good = name.trim() !== '';
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onClose()}
      title="New workflow"
      description={
        props.project ? `In the folder ${props.project}. It can be renamed at any time.` : 'It can be renamed at any time.'
      }
      width={400}
      footer={
        <>
          <Button onClick={props.onClose}>Cancel</Button>
          <Button look="primary" type="submit" form="new-workflow" busy={props.busy}>
            Create
          </Button>
        </>
      }
    >
      <form
        id="new-workflow"
        onSubmit={(event) => {
          event.preventDefault();
          if (good && !props.busy) props.onCreate(name.trim());
        }}
      >
        <Field label="Name" error={good ? undefined : 'A workflow needs a name.'}>
          <Input
            value={name}
            maxLength={200}
            onFocus={(event) => event.target.select()}
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
      </form>
    </Dialog>
  );
}
