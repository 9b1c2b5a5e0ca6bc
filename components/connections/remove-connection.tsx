'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '#components/data/trpc.ts';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import type { ConnectionItem } from './connection-item.ts';

/** Asks before a connection goes: its secret cannot be brought back. Names what would miss it. */
export function RemoveConnection({ connection, onClose }: { connection: ConnectionItem; onClose: () => void }) {
  const trpc = useTRPC();
  const cache = useQueryClient();
  const remove = useMutation(
    trpc.connections.remove.mutationOptions({
      onSuccess: () => {
        void cache.invalidateQueries({ queryKey: trpc.connections.list.queryKey() });
        onClose();
      },
    }),
  );
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Delete ${connection.name}?`}
      width={420}
      footer={
        <>
          <Button look="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button look="danger" busy={remove.isPending} onClick={() => remove.mutate({ id: connection.id })}>
            Delete
          </Button>
        </>
      }
    >
      <p className="text-13 text-ink-2">
        {Object.keys(connection.hasSecret).length > 0
          ? 'Its secret goes with it and cannot be brought back.'
          : 'It holds no secret.'}
      </p>
      {connection.usedBy.length > 0 ? (
        <>
          <p className="mt-2 text-13 text-ink-2">These would fail until there is a connection of this name again:</p>
          <ul className="mt-1 text-13">
            {connection.usedBy.map(({ workflowId, name, places }) => (
              <li key={workflowId}>
                {name} <span className="text-ink-3">{places.join(', ')}</span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {remove.error ? (
        <p role="alert" className="mt-2 text-12 text-st-failed-text">
          {remove.error.message}
        </p>
      ) : null}
    </Dialog>
  );
}
