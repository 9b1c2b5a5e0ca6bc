import {
  ClipboardPaste,
  Copy,
  CopyPlus,
  EyeOff,
  MousePointerClick,
  Pencil,
  Scissors,
  Search,
  Spline,
  Trash2,
} from 'lucide-react';
import type { RefObject } from 'react';
import type { CanvasHandle } from '#components/canvas/canvas-handle.ts';
import type { Command } from '#components/shell/commands.ts';
import { toast } from '#components/ui/toast.ts';
import type { DesignerStore } from '../store/designer-store.ts';
import { copySelection } from './copy-selection.ts';
import type { DesignActs } from './design-acts.ts';
import type { Asking } from './design-picker.tsx';
import { focusSearch } from './focus-search.ts';
import { pasteFromClipboard } from './paste-text.ts';

const stroke = 1.75;
const group = 'Drawing';

/** What is done with the selection, for the palette under Ctrl K; each says what it needs when nothing fits. */
export function selectionCommands(
  acts: DesignActs,
  store: DesignerStore,
  canvas: RefObject<CanvasHandle | null>,
  ask: (asking: Asking) => void,
): Command[] {
  const some = (what: string, act: () => void) => (): void => {
    if (store.getState().selection.length === 0) toast({ title: `Select what shall be ${what}.` });
    else act();
  };
  return [
    {
      id: 'design.rename',
      title: 'Rename the task or group',
      group,
      keys: 'F2',
      icon: <Pencil strokeWidth={stroke} />,
      run: () => {
        const { selection } = store.getState();
        // After the palette has given the keyboard back.
        requestAnimationFrame(() => {
          if (selection.length !== 1 || canvas.current?.rename(selection[0] ?? '') !== true)
            toast({ title: 'Select the task or group to rename.' });
        });
      },
    },
    {
      id: 'design.connect',
      title: 'Connect the selected task to …',
      group,
      keys: 'C',
      words: 'edge wire',
      icon: <Spline strokeWidth={stroke} />,
      run: () => {
        const { selection, workflow } = store.getState();
        const task = workflow.tasks.find(({ id }) => selection.length === 1 && id === selection[0]);
        if (task === undefined) toast({ title: 'Select the task that the edge begins at.' });
        else ask({ kind: 'connect', from: task.id });
      },
    },
    {
      id: 'design.delete',
      title: 'Delete the selection',
      group,
      keys: 'Delete',
      words: 'remove',
      icon: <Trash2 strokeWidth={stroke} />,
      run: some('deleted', () => acts.remove()),
    },
    {
      id: 'design.copy',
      title: 'Copy the selection',
      group,
      keys: 'Ctrl C',
      icon: <Copy strokeWidth={stroke} />,
      run: () => void copySelection(store),
    },
    {
      id: 'design.cut',
      title: 'Cut the selection',
      group,
      keys: 'Ctrl X',
      icon: <Scissors strokeWidth={stroke} />,
      run: () => void copySelection(store).then((done) => done && acts.remove()),
    },
    {
      id: 'design.paste',
      title: 'Paste',
      group,
      keys: 'Ctrl V',
      icon: <ClipboardPaste strokeWidth={stroke} />,
      run: () => void pasteFromClipboard(acts),
    },
    {
      id: 'design.duplicate',
      title: 'Duplicate the selection',
      group,
      keys: 'Ctrl D',
      icon: <CopyPlus strokeWidth={stroke} />,
      run: some('duplicated', acts.duplicate),
    },
    {
      id: 'design.disable',
      title: 'Disable or enable the selection',
      group,
      keys: 'D',
      icon: <EyeOff strokeWidth={stroke} />,
      run: some('disabled', acts.toggleDisabled),
    },
    {
      id: 'design.select-all',
      title: 'Select all',
      group,
      keys: 'Ctrl A',
      icon: <MousePointerClick strokeWidth={stroke} />,
      run: acts.selectAll,
    },
    {
      id: 'design.search',
      title: 'Search on the drawing',
      group,
      keys: 'Ctrl F',
      words: 'find filter',
      icon: <Search strokeWidth={stroke} />,
      run: () => requestAnimationFrame(() => void focusSearch()),
    },
  ];
}
