import { ChevronDown, Copy, Download, Pencil, Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useMemo, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input } from '#components/ui/input.tsx';
import { MenuItem } from '#components/ui/menu-item.tsx';
import { MenuLine } from '#components/ui/menu-line.tsx';
import { Menu } from '#components/ui/menu.tsx';
import { toast } from '#components/ui/toast.ts';
import { saveFile } from '#components/workflows/save-file.ts';
import { useReadOnly } from '../session/use-read-only.ts';
import { useSession } from '../session/workflow-session.ts';
import { useWorkflowCommands } from './use-workflow-commands.tsx';

/** Name of the workflow, and what can be done with the whole of it. */
export function NameMenu({ name, setEnabled }: { name: string; setEnabled: (enabled: boolean) => void }) {
  const { acts, store, detail } = useSession();
  const router = useRouter();
  const readOnly = useReadOnly() !== null;
  const [renaming, setRenaming] = useState<string | null>(null);
  const all = useMemo(() => {
    const fail = (error: Error): void => toast({ title: error.message, level: 'error' });
    return {
      name,
      rename: () => setRenaming(name),
      exportIt: (source: 'draft' | 'published'): void =>
        void acts
          .exportFile(source)
          .then(({ text, filename }) => saveFile(text, filename, 'application/json'))
          .catch(fail),
      duplicate: (): void =>
        void acts
          .duplicate(`${name} copy`)
          .then((id) => router.push(`/workflows/${id}`))
          .catch(fail),
      remove: (): void =>
        void acts
          .remove()
          .then(() => {
            router.push('/workflows');
            toast({ title: `${name} deleted.`, undo: () => void acts.restore().catch(fail) });
          })
          .catch(fail),
      setEnabled,
    };
  }, [acts, name, router, setEnabled]);
  useWorkflowCommands(all);
  return (
    <>
      <Menu
        align="start"
        trigger={
          <button
            type="button"
            aria-label={`${name}, menu`}
            className="flex min-w-0 items-center gap-0.5 rounded-chip p-1 font-strong hover:bg-hover data-popup-open:bg-active"
          >
            <span className="max-w-52 truncate max-sm:max-w-28">{name}</span>
            <ChevronDown className="size-3.5 text-ink-3" strokeWidth={1.75} aria-hidden />
          </button>
        }
      >
        {readOnly ? null : (
          <MenuItem icon={<Pencil strokeWidth={1.75} />} onSelect={all.rename}>
            Rename…
          </MenuItem>
        )}
        <MenuItem icon={<Download strokeWidth={1.75} />} onSelect={() => all.exportIt('draft')}>
          Export JSON
        </MenuItem>
        {detail.published === null ? null : (
          <MenuItem icon={<Download strokeWidth={1.75} />} onSelect={() => all.exportIt('published')}>
            Export version {detail.published.version}
          </MenuItem>
        )}
        {readOnly ? null : (
          <>
            <MenuItem icon={<Copy strokeWidth={1.75} />} onSelect={all.duplicate}>
              Duplicate
            </MenuItem>
            <MenuLine />
            <MenuItem icon={<Trash2 strokeWidth={1.75} />} danger onSelect={all.remove}>
              Delete
            </MenuItem>
          </>
        )}
      </Menu>
      <Dialog
        open={renaming !== null}
        onOpenChange={(open) => !open && setRenaming(null)}
        title="Rename the workflow"
        width={400}
        footer={
          <>
            <Button look="quiet" onClick={() => setRenaming(null)}>
              Leave it
            </Button>
            <Button
              look="primary"
              onClick={() => {
                const next = (renaming ?? '').trim();
                if (next === '') return;
                store.getState().edit({ type: 'set-settings', fields: { name: next } }, { label: 'rename the workflow' });
                setRenaming(null);
              }}
            >
              Rename
            </Button>
          </>
        }
      >
        <Field label="Name" error={renaming?.trim() === '' ? 'A workflow needs a name.' : undefined}>
          <Input value={renaming ?? ''} maxLength={200} onChange={(event) => setRenaming(event.target.value)} />
        </Field>
      </Dialog>
    </>
  );
}
