'use client';
import { useQuery } from '@tanstack/react-query';
import { Folder } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { useTRPC } from '#components/data/trpc.ts';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input } from '#components/ui/input.tsx';
import type { WorkflowActs } from './use-workflow-acts.ts';
import type { WorkflowItem } from './workflow-item.ts';

/** Which folder a workflow shall lie in: one that is there, a new one by its name, or none. */
export function MoveDialog({ workflow, acts, onClose }: { workflow: WorkflowItem; acts: WorkflowActs; onClose: () => void }) {
  const list = useQuery(useTRPC().workflows.list.queryOptions());
  const [name, setName] = useState('');
  const folders = [...new Set((list.data ?? []).map(({ project }) => project))].filter((f) => f !== '').sort();
  const go = (project: string): void => {
    acts.move([workflow], project.trim());
    onClose();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (name.trim() !== '') go(name);
  };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} width={400} title={`Move ${workflow.name}`}>
      <form onSubmit={submit} className="flex items-end gap-2">
        <Field label="A new folder" className="flex-1">
          <Input value={name} maxLength={200} placeholder="Reports" onValueChange={setName} />
        </Field>
        <Button type="submit" size="lg" look="primary">
          Move
        </Button>
      </form>
      {folders.length === 0 ? null : (
        <ul aria-label="Folders" className="mt-3 border-t border-line pt-2">
          {folders.map((folder) => (
            <li key={folder}>
              <button
                type="button"
                aria-current={folder === workflow.project || undefined}
                onClick={() => go(folder)}
                className="flex h-8 w-full items-center gap-2 rounded-chip px-2 text-left hover:bg-hover max-sm:h-11"
              >
                <Folder className="size-4 text-ink-3" strokeWidth={1.75} aria-hidden />
                <span className="truncate">{folder}</span>
                {folder === workflow.project ? <span className="ml-auto text-12 text-ink-3">it is there</span> : null}
              </button>
            </li>
          ))}
        </ul>
      )}
      {workflow.project === '' ? null : (
        <Button look="quiet" className="mt-2" onClick={() => go('')}>
          Take it out of {workflow.project}
        </Button>
      )}
    </Dialog>
  );
}
