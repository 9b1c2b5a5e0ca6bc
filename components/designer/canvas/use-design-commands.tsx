import {
  Download,
  FoldVertical,
  FolderOutput,
  Group,
  Maximize,
  MousePointerClick,
  Network,
  Play,
  Redo2,
  Spline,
  StickyNote,
  Trash2,
  Undo2,
  Ungroup,
  ZoomIn,
} from 'lucide-react';
import { useMemo, type RefObject } from 'react';
import type { CanvasHandle } from '#components/canvas/canvas-handle.ts';
import { OperatorIcon } from '#components/canvas/nodes/operator-icon.tsx';
import { useCommands, type Command } from '#components/shell/commands.ts';
import { newestVersions } from '../palette/newest-versions.ts';
import { selectionCommands } from './selection-commands.tsx';
import type { Asking } from './design-picker.tsx';
import { toast } from '#components/ui/toast.ts';
import { useReadOnly } from '../session/use-read-only.ts';
import { useSession } from '../session/workflow-session.ts';
import type { DesignActs } from './design-acts.ts';
import { lineUpChoices } from './line-up-choices.tsx';

const stroke = 1.75;
const zooms = [
  { title: 'Zoom in', keys: '+', words: 'larger closer', run: (canvas: CanvasHandle) => canvas.zoomIn() },
  { title: 'Zoom out', keys: '-', words: 'smaller farther', run: (canvas: CanvasHandle) => canvas.zoomOut() },
  { title: 'Zoom to 100 %', keys: '0', words: 'actual size', run: (canvas: CanvasHandle) => canvas.zoomTo(1) },
];

const looking = /^design\.(fit|zoom|png|svg|copy|select|search|edge)/;

/** What the designer can do, in the palette under Ctrl K. */
export function useDesignCommands(acts: DesignActs, canvas: RefObject<CanvasHandle | null>, ask: (asking: Asking) => void): void {
  const { store, catalog } = useSession();
  const readOnly = useReadOnly() !== null;
  const commands = useMemo<Command[]>(() => {
    const group = 'Drawing';
    const every: Command[] = [
      {
        id: 'design.undo',
        title: 'Undo',
        group,
        keys: 'Ctrl Z',
        icon: <Undo2 strokeWidth={stroke} />,
        run: () => store.getState().undo(),
      },
      {
        id: 'design.redo',
        title: 'Redo',
        group,
        keys: 'Ctrl Y',
        icon: <Redo2 strokeWidth={stroke} />,
        run: () => store.getState().redo(),
      },
      ...selectionCommands(acts, store, canvas, ask),
      {
        id: 'design.arrange',
        title: 'Arrange',
        group,
        keys: 'L',
        icon: <Network strokeWidth={stroke} />,
        run: () => void acts.arrange(),
      },
      {
        id: 'design.lr',
        title: 'Arrange left to right',
        group,
        icon: <Network strokeWidth={stroke} />,
        run: () => void acts.arrange('LR'),
      },
      {
        id: 'design.tb',
        title: 'Arrange top to bottom',
        group,
        icon: <Network strokeWidth={stroke} />,
        run: () => void acts.arrange('TB'),
      },
      {
        id: 'design.fit',
        title: 'Fit the drawing',
        group,
        keys: '1',
        icon: <Maximize strokeWidth={stroke} />,
        run: () => canvas.current?.fit(),
      },
      {
        id: 'design.try',
        title: 'Try the selected task',
        group,
        keys: 'T',
        words: 'run one test',
        icon: <Play strokeWidth={stroke} />,
        run: () => {
          const { selection, workflow } = store.getState();
          const task = workflow.tasks.find(({ id }) => selection.length === 1 && id === selection[0]);
          if (task) store.getState().tryTask(task.id);
          else toast({ title: 'Select the task to try.' });
        },
      },
      { id: 'design.note', title: 'Add a note', group, keys: 'N', icon: <StickyNote strokeWidth={stroke} />, run: acts.note },
      {
        id: 'design.group',
        title: 'Group the selection',
        group,
        keys: 'Ctrl G',
        icon: <Group strokeWidth={stroke} />,
        run: acts.group,
      },
      {
        id: 'design.ungroup',
        title: 'Ungroup',
        group,
        keys: 'Ctrl Shift G',
        icon: <Ungroup strokeWidth={stroke} />,
        run: acts.ungroup,
      },
      {
        id: 'design.group-out',
        title: 'Take the selection out of its group',
        group,
        icon: <FolderOutput strokeWidth={stroke} />,
        run: () => acts.moveToGroup(null),
      },
      {
        id: 'design.collapse',
        title: 'Collapse or open the group',
        group,
        icon: <FoldVertical strokeWidth={stroke} />,
        run: acts.toggleCollapsed,
      },
      ...lineUpChoices.map((choice): Command => ({
        id: `design.${choice.id}`,
        title: choice.title,
        group,
        keys: choice.keys,
        icon: choice.icon,
        run: () => choice.run(acts),
      })),
      ...(['after', 'before'] as const).map((way): Command => ({
        id: `design.select-${way}`,
        title: `Select everything ${way}`,
        group,
        keys: way === 'after' ? 'Alt ↓' : 'Alt ↑',
        words: way === 'after' ? 'downstream' : 'upstream',
        icon: <MousePointerClick strokeWidth={stroke} />,
        run: () => acts.selectAlong(way),
      })),
      {
        id: 'design.edge',
        title: 'Go through the edges of the task',
        group,
        keys: 'E',
        icon: <Spline strokeWidth={stroke} />,
        run: acts.nextEdge,
      },
      {
        id: 'design.remove-joined',
        title: 'Delete and join the neighbours',
        group,
        keys: 'Ctrl Delete',
        icon: <Trash2 strokeWidth={stroke} />,
        run: () => acts.remove('joined'),
      },
      ...zooms.map(({ title, keys, words, run }): Command => ({
        id: `design.zoom ${title}`,
        title,
        group,
        keys,
        words,
        icon: <ZoomIn strokeWidth={stroke} />,
        run: () => canvas.current && run(canvas.current),
      })),
      {
        id: 'design.zoom',
        title: 'Whole drawing, selection by turns',
        group,
        keys: 'Z',
        words: 'zoom overview',
        icon: <Maximize strokeWidth={stroke} />,
        run: () => canvas.current?.zoomToSelection(store.getState().selection),
      },
      ...(['png', 'svg'] as const).flatMap((kind) =>
        (['all', 'selection'] as const).map((part): Command => ({
          id: `design.${kind}-${part}`,
          title: `Save the ${part === 'all' ? 'drawing' : 'selection'} as ${kind.toUpperCase()}`,
          group,
          words: 'export picture image download',
          icon: <Download strokeWidth={stroke} />,
          run: () => void acts.savePicture(kind, part),
        })),
      ),
      ...newestVersions(catalog).map((m): Command => ({
        id: `design.add.${m.type}`,
        title: `Add ${m.title}`,
        group,
        note: m.description,
        words: m.type,
        icon: <OperatorIcon name={m.icon} />,
        run: () => {
          acts.add(m);
        },
      })),
    ];
    // Whoever may only look has the ways to look.
    return readOnly ? every.filter(({ id }) => looking.test(id)) : every;
  }, [acts, canvas, catalog, store, ask, readOnly]);
  useCommands('designer', commands);
}
