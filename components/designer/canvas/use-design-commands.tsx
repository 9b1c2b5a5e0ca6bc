import { Group, Maximize, Network, Redo2, StickyNote, Undo2 } from 'lucide-react';
import { useMemo, type RefObject } from 'react';
import type { CanvasHandle } from '#components/canvas/canvas-handle.ts';
import { OperatorIcon } from '#components/canvas/nodes/operator-icon.tsx';
import { useCommands, type Command } from '#components/shell/commands.ts';
import { useSession } from '../session/workflow-session.ts';
import type { DesignActs } from './design-acts.ts';

const stroke = 1.75;

/** What the designer can do, in the palette under Ctrl K. */
export function useDesignCommands(acts: DesignActs, canvas: RefObject<CanvasHandle | null>): void {
  const { store, catalog } = useSession();
  const commands = useMemo<Command[]>(() => {
    const group = 'Drawing';
    return [
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
      { id: 'design.note', title: 'Add a note', group, keys: 'N', icon: <StickyNote strokeWidth={stroke} />, run: acts.note },
      {
        id: 'design.group',
        title: 'Group the selection',
        group,
        keys: 'Ctrl G',
        icon: <Group strokeWidth={stroke} />,
        run: acts.group,
      },
      ...catalog.map((m): Command => ({
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
  }, [acts, canvas, catalog, store]);
  useCommands('designer', commands);
}
