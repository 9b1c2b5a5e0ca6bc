import { Menu as Base } from '@base-ui/react/menu';
import {
  ChevronRight,
  ClipboardPaste,
  Copy,
  CopyPlus,
  Download,
  EyeOff,
  FoldVertical,
  FolderInput,
  FolderOutput,
  Group,
  Maximize,
  MousePointerClick,
  Network,
  Pencil,
  Play,
  Plus,
  Scissors,
  Settings2,
  Spline,
  StickyNote,
  Trash2,
  Ungroup,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { groupPath } from '#domain/definition/edit/group-path.ts';
import { MenuItem } from '#components/ui/menu-item.tsx';
import { MenuLine } from '#components/ui/menu-line.tsx';
import { useDesigner } from '../session/use-designer.ts';
import type { DesignActs } from './design-acts.ts';
import { lineUpChoices } from './line-up-choices.tsx';
import { partsOfSelection } from './parts-of-selection.ts';

/** Where the canvas was asked, and for what. */
export interface MenuAsked {
  /** px of the page, and of the drawing. */
  screen: { x: number; y: number };
  at: { x: number; y: number };
}
const stroke = 1.75;

/** What can be done with the selection, or with the cloth where nothing is selected: by the right button, a long press, or Shift F10. */
export function CanvasMenu(props: {
  asked: MenuAsked;
  acts: DesignActs;
  onAdd: () => void;
  onConnect: (task: string) => void;
  onInsert: () => void;
  onConfigure: (task: string) => void;
  onRename: () => void;
  onCopy: () => void;
  onCut: () => void;
  onPaste: () => void;
  onFit: () => void;
  onClose: () => void;
}) {
  const { acts, asked } = props;
  const workflow = useDesigner((s) => s.workflow);
  const selection = useDesigner((s) => s.selection);
  const tryTask = useDesigner((s) => s.tryTask);
  const parts = partsOfSelection(workflow, selection);
  const task = selection.length === 1 ? parts.tasks[0] : undefined;
  const some = parts.members.length > 0;
  const onlyEdges = parts.edges.length > 0 && parts.edges.length >= selection.length;
  const group = parts.groups.length > 0 && parts.tasks.length === 0;
  const collapsed = (workflow.groups ?? []).some((g) => g.id === parts.groups[0] && g.collapsed);
  // Groups it can go into: not those it lies in already, nor itself or what lies in it.
  const holders = new Set([
    ...workflow.tasks.filter(({ id }) => parts.tasks.includes(id)).map((one) => one.group),
    ...(workflow.groups ?? []).filter(({ id }) => parts.groups.includes(id)).map((one) => one.parent),
  ]);
  const targets = (workflow.groups ?? []).filter(
    ({ id }) => !(holders.size === 1 && holders.has(id)) && !groupPath(workflow, id).some((one) => parts.groups.includes(one)),
  );
  const inside = [...holders].some((one) => one !== undefined);
  const lined = selection.filter((id) => !id.includes(':') || /^(note|frame):/.test(id)).length;
  const anchor = { getBoundingClientRect: () => new DOMRect(asked.screen.x, asked.screen.y, 0, 0) };
  const empty = selection.length === 0;
  return (
    <Base.Root open onOpenChange={(open) => !open && props.onClose()}>
      <Base.Portal>
        <Base.Positioner anchor={anchor} side="bottom" align="start" sideOffset={2} className="z-50">
          <Base.Popup className="pop scroll max-h-[var(--available-height)] min-w-56 p-1" aria-label="What can be done here">
            {task === undefined ? null : (
              <>
                <MenuItem keys="Enter" icon={<Settings2 strokeWidth={stroke} />} onSelect={() => props.onConfigure(task)}>
                  Configure
                </MenuItem>
                <MenuItem keys="T" icon={<Play strokeWidth={stroke} />} onSelect={() => tryTask(task)}>
                  Try this task
                </MenuItem>
                <MenuItem keys="F2" icon={<Pencil strokeWidth={stroke} />} onSelect={props.onRename}>
                  Rename
                </MenuItem>
                <MenuItem keys="A" icon={<Plus strokeWidth={stroke} />} onSelect={props.onAdd}>
                  Add a task after it
                </MenuItem>
                <MenuItem keys="C" icon={<Spline strokeWidth={stroke} />} onSelect={() => props.onConnect(task)}>
                  Connect…
                </MenuItem>
                <MenuLine />
              </>
            )}
            {empty || onlyEdges ? null : (
              <>
                <MenuItem
                  keys="Alt ↓"
                  icon={<MousePointerClick strokeWidth={stroke} />}
                  onSelect={() => acts.selectAlong('after')}
                >
                  Select everything after
                </MenuItem>
                <MenuItem
                  keys="Alt ↑"
                  icon={<MousePointerClick strokeWidth={stroke} />}
                  onSelect={() => acts.selectAlong('before')}
                >
                  Select everything before
                </MenuItem>
              </>
            )}
            {lined > 1 ? (
              <>
                <Sub label="Align and distribute">
                  {lineUpChoices
                    .filter((choice) => choice.least <= lined)
                    .map((choice) => (
                      <MenuItem key={choice.id} keys={choice.keys} icon={choice.icon} onSelect={() => choice.run(acts)}>
                        {choice.title}
                      </MenuItem>
                    ))}
                </Sub>
                <MenuItem keys="L" icon={<Network strokeWidth={stroke} />} onSelect={() => void acts.arrange()}>
                  Arrange the selection
                </MenuItem>
              </>
            ) : null}
            {some ? (
              <>
                <MenuLine />
                {group ? (
                  <>
                    <MenuItem icon={<FoldVertical strokeWidth={stroke} />} onSelect={acts.toggleCollapsed}>
                      {collapsed ? 'Open the group' : 'Collapse the group'}
                    </MenuItem>
                    <MenuItem keys="F2" icon={<Pencil strokeWidth={stroke} />} onSelect={props.onRename}>
                      Rename the group
                    </MenuItem>
                    <MenuItem keys="Ctrl Shift G" icon={<Ungroup strokeWidth={stroke} />} onSelect={acts.ungroup}>
                      Ungroup
                    </MenuItem>
                  </>
                ) : (
                  <MenuItem keys="Ctrl G" icon={<Group strokeWidth={stroke} />} onSelect={acts.group}>
                    Group
                  </MenuItem>
                )}
                {group && parts.groups.length > 1 ? (
                  <MenuItem keys="Ctrl G" icon={<Group strokeWidth={stroke} />} onSelect={acts.group}>
                    Group them
                  </MenuItem>
                ) : null}
                {targets.length === 0 ? null : (
                  <Sub label="Move into group">
                    {targets.map((one) => (
                      <MenuItem
                        key={one.id}
                        icon={<FolderInput strokeWidth={stroke} />}
                        onSelect={() => acts.moveToGroup(one.id)}
                      >
                        {one.name ?? one.id}
                      </MenuItem>
                    ))}
                  </Sub>
                )}
                {inside ? (
                  <MenuItem icon={<FolderOutput strokeWidth={stroke} />} onSelect={() => acts.moveToGroup(null)}>
                    Take out of the group
                  </MenuItem>
                ) : null}
                <MenuItem keys="D" icon={<EyeOff strokeWidth={stroke} />} onSelect={acts.toggleDisabled}>
                  Disable or enable
                </MenuItem>
                <MenuItem keys="Ctrl D" icon={<CopyPlus strokeWidth={stroke} />} onSelect={acts.duplicate}>
                  Duplicate
                </MenuItem>
                <MenuItem keys="Ctrl C" icon={<Copy strokeWidth={stroke} />} onSelect={props.onCopy}>
                  Copy
                </MenuItem>
                <MenuItem keys="Ctrl X" icon={<Scissors strokeWidth={stroke} />} onSelect={props.onCut}>
                  Cut
                </MenuItem>
              </>
            ) : null}
            {onlyEdges && parts.edges.length === 1 ? (
              <MenuItem keys="A" icon={<Plus strokeWidth={stroke} />} onSelect={props.onInsert}>
                Put a task on the edge
              </MenuItem>
            ) : null}
            {empty ? (
              <>
                <MenuItem icon={<Plus strokeWidth={stroke} />} onSelect={props.onAdd}>
                  Add a task here
                </MenuItem>
                <MenuItem keys="N" icon={<StickyNote strokeWidth={stroke} />} onSelect={acts.note}>
                  Add a note
                </MenuItem>
                <MenuItem keys="Ctrl V" icon={<ClipboardPaste strokeWidth={stroke} />} onSelect={props.onPaste}>
                  Paste
                </MenuItem>
                <MenuItem keys="Ctrl A" icon={<MousePointerClick strokeWidth={stroke} />} onSelect={acts.selectAll}>
                  Select all
                </MenuItem>
                <MenuLine />
                <MenuItem keys="L" icon={<Network strokeWidth={stroke} />} onSelect={() => void acts.arrange()}>
                  Arrange
                </MenuItem>
                <MenuItem keys="1" icon={<Maximize strokeWidth={stroke} />} onSelect={props.onFit}>
                  Fit the drawing
                </MenuItem>
              </>
            ) : null}
            {onlyEdges ? null : (
              <Sub label={empty ? 'Save the drawing as' : 'Save the selection as'}>
                {(['png', 'svg'] as const).map((kind) => (
                  <MenuItem
                    key={kind}
                    icon={<Download strokeWidth={stroke} />}
                    onSelect={() => void acts.savePicture(kind, empty ? 'all' : 'selection')}
                  >
                    {kind === 'png' ? 'PNG picture' : 'SVG picture'}
                  </MenuItem>
                ))}
              </Sub>
            )}
            {empty ? null : (
              <>
                <MenuLine />
                {some && parts.groups.length === 0 ? (
                  <MenuItem keys="Ctrl Delete" icon={<Trash2 strokeWidth={stroke} />} onSelect={() => acts.remove('joined')}>
                    Delete and join the neighbours
                  </MenuItem>
                ) : null}
                <MenuItem danger keys="Delete" icon={<Trash2 strokeWidth={stroke} />} onSelect={() => acts.remove()}>
                  {onlyEdges ? `Remove ${parts.edges.length === 1 ? 'the edge' : `${parts.edges.length} edges`}` : 'Delete'}
                </MenuItem>
              </>
            )}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

function Sub({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Base.SubmenuRoot>
      <Base.SubmenuTrigger className="flex min-h-7 items-center gap-2 rounded-chip px-2 py-1 pl-8 text-13 outline-0 select-none data-highlighted:bg-hover data-popup-open:bg-hover max-sm:min-h-11">
        <span className="flex-1 whitespace-nowrap">{label}</span>
        <ChevronRight className="size-4 text-ink-3" strokeWidth={stroke} aria-hidden />
      </Base.SubmenuTrigger>
      <Base.Portal>
        <Base.Positioner sideOffset={2} className="z-50">
          <Base.Popup className="pop scroll max-h-[var(--available-height)] min-w-52 p-1">{children}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.SubmenuRoot>
  );
}
