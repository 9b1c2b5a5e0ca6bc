'use client';
import { ArchiveRestore, FileUp, LayoutGrid, Plus, Square } from 'lucide-react';
import type { ReactElement } from 'react';
import { MenuItem } from '#components/ui/menu-item.tsx';
import { MenuLine } from '#components/ui/menu-line.tsx';
import { Menu } from '#components/ui/menu.tsx';
import { Button } from '#components/ui/button.tsx';
import type { WorkflowActs } from './use-workflow-acts.ts';

const icon = { strokeWidth: 1.75 } as const;

/** Where a new workflow begins: an empty canvas, an example, a file; or an old one that comes back. */
export function NewMenu(props: {
  acts: WorkflowActs;
  project?: string;
  pickFile: () => void;
  showExamples: () => void;
  showDeleted: () => void;
  trigger?: ReactElement<Record<string, unknown>>;
}) {
  return (
    <Menu
      trigger={
        props.trigger ?? (
          <Button look="primary" icon={<Plus {...icon} />} busy={props.acts.busy}>
            New workflow
          </Button>
        )
      }
    >
      <MenuItem icon={<Square {...icon} />} keys="N" onSelect={() => props.acts.askName(props.project)}>
        Empty canvas
      </MenuItem>
      <MenuItem icon={<FileUp {...icon} />} onSelect={props.pickFile}>
        Import a file…
      </MenuItem>
      <MenuItem icon={<LayoutGrid {...icon} />} note="runs at once, as your own copy" onSelect={props.showExamples}>
        From an example…
      </MenuItem>
      <MenuLine />
      <MenuItem icon={<ArchiveRestore {...icon} />} onSelect={props.showDeleted}>
        Restore a deleted one…
      </MenuItem>
    </Menu>
  );
}
