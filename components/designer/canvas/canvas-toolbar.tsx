import { memo } from 'react';
import { AlignStartVertical, ArrowDown, ArrowRight, Group, ImageDown, Network, Redo2, StickyNote, Undo2 } from 'lucide-react';
import { IconButton } from '#components/ui/icon-button.tsx';
import { MenuItem } from '#components/ui/menu-item.tsx';
import { MenuLine } from '#components/ui/menu-line.tsx';
import { Menu } from '#components/ui/menu.tsx';
import { toast } from '#components/ui/toast.ts';
import { useDesigner } from '../session/use-designer.ts';
import type { DesignActs } from './design-acts.ts';
import { lineUpChoices } from './line-up-choices.tsx';

/** Undo, redo, arrange, note, group: at the upper right of the canvas. Undo and redo say what they would do. */
export const CanvasToolbar = memo(function CanvasToolbar({ acts }: { acts: DesignActs }) {
  const back = useDesigner((s) => s.history.past[s.history.past.length - 1]?.label);
  const forth = useDesigner((s) => s.history.future[s.history.future.length - 1]?.label);
  const undo = useDesigner((s) => s.undo);
  const redo = useDesigner((s) => s.redo);
  const direction = useDesigner((s) => s.workflow.layout?.direction ?? 'LR');
  return (
    <div className="cv-bar top-3 right-3 max-sm:hidden!" role="toolbar" aria-label="Drawing">
      <IconButton
        label={back === undefined ? 'Nothing to undo' : `Undo: ${back}`}
        keys="Ctrl Z"
        icon={<Undo2 strokeWidth={1.75} />}
        className={back === undefined ? 'text-control' : undefined}
        onClick={undo}
      />
      <IconButton
        label={forth === undefined ? 'Nothing to do again' : `Redo: ${forth}`}
        keys="Ctrl Y"
        icon={<Redo2 strokeWidth={1.75} />}
        className={forth === undefined ? 'text-control' : undefined}
        onClick={redo}
      />
      <span className="cv-vr" />
      <Menu trigger={<IconButton label="Arrange" keys="L" icon={<Network strokeWidth={1.75} />} />}>
        <MenuItem keys="L" onSelect={() => void acts.arrange()}>
          Arrange
        </MenuItem>
        <MenuItem icon={<ArrowRight strokeWidth={1.75} />} onSelect={() => void acts.arrange('LR')}>
          {direction === 'LR' ? 'Left to right, all anew' : 'Turn left to right'}
        </MenuItem>
        <MenuItem icon={<ArrowDown strokeWidth={1.75} />} onSelect={() => void acts.arrange('TB')}>
          {direction === 'TB' ? 'Top to bottom, all anew' : 'Turn top to bottom'}
        </MenuItem>
      </Menu>
      <LineUpMenu acts={acts} />
      <Menu trigger={<IconButton label="Save as a picture" icon={<ImageDown strokeWidth={1.75} />} />}>
        <MenuItem onSelect={() => void acts.savePicture('png', 'all')}>PNG of the drawing</MenuItem>
        <MenuItem onSelect={() => void acts.savePicture('svg', 'all')}>SVG of the drawing</MenuItem>
        <SelectionPictures acts={acts} />
      </Menu>
      <IconButton label="Add a note" keys="N" icon={<StickyNote strokeWidth={1.75} />} onClick={acts.note} />
      <GroupButton acts={acts} />
    </div>
  );
});

function GroupButton({ acts }: { acts: DesignActs }) {
  const some = useDesigner((s) => s.selection.length > 0);
  return (
    <IconButton
      label="Group the selection"
      keys="Ctrl G"
      icon={<Group strokeWidth={1.75} />}
      onClick={() => (some ? acts.group() : toast({ title: 'Select the tasks that belong together first.' }))}
    />
  );
}

/** What is lined up is selected first; until then each way says how many it needs. */
function LineUpMenu({ acts }: { acts: DesignActs }) {
  const many = useDesigner((s) => s.selection.filter((id) => !id.includes(':') || /^(note|frame):/.test(id)).length);
  return (
    <Menu trigger={<IconButton label="Align and distribute" icon={<AlignStartVertical strokeWidth={1.75} />} />}>
      {lineUpChoices.map((choice) => (
        <MenuItem
          key={choice.id}
          keys={choice.keys}
          icon={choice.icon}
          note={choice.least > many ? `Needs ${choice.least} boxes` : undefined}
          onSelect={() => choice.run(acts)}
        >
          {choice.title}
        </MenuItem>
      ))}
    </Menu>
  );
}

function SelectionPictures({ acts }: { acts: DesignActs }) {
  const some = useDesigner((s) => s.selection.some((id) => !id.includes(':') || /^(note|frame):/.test(id)));
  if (!some) return null;
  return (
    <>
      <MenuLine />
      <MenuItem onSelect={() => void acts.savePicture('png', 'selection')}>PNG of the selection</MenuItem>
      <MenuItem onSelect={() => void acts.savePicture('svg', 'selection')}>SVG of the selection</MenuItem>
    </>
  );
}
