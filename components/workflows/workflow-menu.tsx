'use client';
import { Copy, Download, Ellipsis, FolderInput, History, Play, SquarePen, Trash2 } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { IconButton } from '#components/ui/icon-button.tsx';
import { MenuItem } from '#components/ui/menu-item.tsx';
import { MenuLine } from '#components/ui/menu-line.tsx';
import { Menu } from '#components/ui/menu.tsx';
import { MoveDialog } from './move-dialog.tsx';
import type { WorkflowActs } from './use-workflow-acts.ts';
import type { WorkflowItem } from './workflow-item.ts';

const icon = { strokeWidth: 1.75 } as const;

/** What else can be done to one workflow of the list. */
export function WorkflowMenu({ workflow, acts }: { workflow: WorkflowItem; acts: WorkflowActs }) {
  const [moving, setMoving] = useState(false);
  return (
    <>
      <Menu trigger={<IconButton size="sm" label={`More about ${workflow.name}`} icon={<Ellipsis {...icon} />} />}>
        <MenuItem icon={<SquarePen {...icon} />} link={<Link href={`/workflows/${encodeURIComponent(workflow.id)}`} />}>
          Open
        </MenuItem>
        <MenuItem
          icon={<Play {...icon} />}
          note={workflow.version === null ? 'its draft; nothing is published yet' : undefined}
          onSelect={() => acts.run(workflow)}
        >
          Run now
        </MenuItem>
        <MenuItem icon={<History {...icon} />} link={<Link href={`/runs?workflow=${encodeURIComponent(workflow.id)}`} />}>
          Runs
        </MenuItem>
        <MenuLine />
        <MenuItem icon={<FolderInput {...icon} />} onSelect={() => setMoving(true)}>
          Move to a folder…
        </MenuItem>
        <MenuItem icon={<Copy {...icon} />} onSelect={() => acts.duplicate(workflow)}>
          Duplicate
        </MenuItem>
        <MenuItem icon={<Download {...icon} />} keys="E" onSelect={() => acts.exportFile(workflow)}>
          Export
        </MenuItem>
        <MenuLine />
        <MenuItem icon={<Trash2 {...icon} />} danger note="can be undone; its runs stay" onSelect={() => acts.remove(workflow)}>
          Delete
        </MenuItem>
      </Menu>
      {moving ? <MoveDialog workflow={workflow} acts={acts} onClose={() => setMoving(false)} /> : null}
    </>
  );
}
