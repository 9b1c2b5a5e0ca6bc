'use client';
import { useQuery } from '@tanstack/react-query';
import { FileUp, Plus, Square, Workflow } from 'lucide-react';
import type { ReactElement } from 'react';
import { plainText } from '#components/first-run/plain-text.ts';
import { useTRPC } from '#components/data/trpc.ts';
import { MenuItem } from '#components/ui/menu-item.tsx';
import { MenuLine } from '#components/ui/menu-line.tsx';
import { Menu } from '#components/ui/menu.tsx';
import { Button } from '#components/ui/button.tsx';
import type { WorkflowActs } from './use-workflow-acts.ts';

const icon = { strokeWidth: 1.75 } as const;

/** Where a new workflow begins: an empty canvas, an example, a file. */
export function NewMenu(props: {
  acts: WorkflowActs;
  project?: string;
  pickFile: () => void;
  trigger?: ReactElement<Record<string, unknown>>;
}) {
  const examples = useQuery(useTRPC().examples.list.queryOptions());
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
      <MenuItem icon={<Square {...icon} />} keys="N" onSelect={() => props.acts.create({ type: 'blank' }, props.project)}>
        Empty canvas
      </MenuItem>
      <MenuItem icon={<FileUp {...icon} />} onSelect={props.pickFile}>
        Import a file…
      </MenuItem>
      {examples.data && examples.data.length > 0 ? (
        <>
          <MenuLine />
          <div className="px-2 py-1 text-11 text-ink-3">Examples</div>
          {examples.data.map((e) => (
            <MenuItem
              key={e.id}
              icon={<Workflow {...icon} />}
              note={plainText(e.description)}
              onSelect={() => props.acts.create({ type: 'example', id: e.id, name: e.name }, props.project)}
            >
              {e.name}
            </MenuItem>
          ))}
        </>
      ) : null}
    </Menu>
  );
}
