import type { RefObject } from 'react';
import type { CanvasHandle } from '#components/canvas/canvas-handle.ts';
import { useKeys, type Keys } from '#components/shell/use-keys.ts';
import { toast } from '#components/ui/toast.ts';
import { useDesigner } from '../session/use-designer.ts';
import { useReadOnly } from '../session/use-read-only.ts';
import { useSession } from '../session/workflow-session.ts';
import type { DesignActs } from './design-acts.ts';
import type { Asking } from './design-picker.tsx';
import { focusSearch } from './focus-search.ts';
import { focusName } from './focus-name.ts';
import { nextRegion } from './next-region.ts';
import { partsOfSelection } from './parts-of-selection.ts';

const typing = (): boolean => {
  const at = document.activeElement;
  return at instanceof HTMLElement && (at.isContentEditable || /^(INPUT|TEXTAREA)$/.test(at.tagName));
};

/** Keys of those who may only look. */
const looking = [
  'mod+f',
  'e',
  'mod+a',
  'alt+ArrowDown',
  'alt+ArrowUp',
  'Escape',
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'ArrowDown',
  'F6',
];

/** The keys of the designer; they are listed in design-shortcuts. */
export function useDesignKeys(input: {
  acts: DesignActs;
  canvas: RefObject<CanvasHandle | null>;
  search: RefObject<HTMLElement | null>;
  ask: (asking: Asking) => void;
}): void {
  const { acts, canvas, search, ask } = input;
  const { store } = useSession();
  const readOnly = useReadOnly() !== null;
  const workflow = useDesigner((s) => s.workflow);
  const selection = useDesigner((s) => s.selection);
  const select = useDesigner((s) => s.select);
  const one = selection.length === 1 && workflow.tasks.some((task) => task.id === selection[0]) ? selection[0] : undefined;
  /** Chords work while somebody types; these must not. */
  const unlessTyping = (act: () => void) => (): void | false => (typing() ? false : act());
  /** One step of the grid; held down, four at a time. */
  const nudge =
    (x: number, y: number) =>
    (event: KeyboardEvent): void | false => {
      if (typing() || selection.length === 0) return false;
      const step = event.repeat ? 16 : 4;
      acts.nudge(x * step, y * step);
    };
  const tryOne = (): void => {
    if (one === undefined) toast({ title: 'Select the task to try.' });
    else store.getState().tryTask(one);
  };
  // Arrow keys find the drawing when nothing else has the keyboard.
  const toCanvas = (): void | false => {
    if (document.activeElement !== null && document.activeElement !== document.body) return false;
    canvas.current?.focus();
  };
  const add = (): void => {
    const { edges } = partsOfSelection(workflow, selection);
    const [edge] = edges;
    if (edge !== undefined && selection.length === 1 && edges.length === 1) ask({ kind: 'add', wire: null, onto: edge });
    else if (edges.length > 1 && selection.length === 1)
      toast({ title: `This edge stands for ${edges.length} edges. Open the group to put a task on one of them.` });
    else ask({ kind: 'add', wire: null });
  };
  const keys: Keys = {
    '/': () => {
      const field = search.current?.querySelector('input');
      // Without a palette on the page the same list opens over it.
      if (field == null || field.offsetParent === null) ask({ kind: 'add', wire: null });
      else field.focus();
    },
    'mod+f': focusSearch,
    a: add,
    c: () =>
      one === undefined ? toast({ title: 'Select the task that the edge begins at.' }) : ask({ kind: 'connect', from: one }),
    e: acts.nextEdge,
    t: tryOne,
    'mod+Enter': tryOne,
    d: acts.toggleDisabled,
    n: acts.note,
    l: () => void acts.arrange(),
    'shift+c': () => acts.align('center'),
    'shift+m': () => acts.align('middle'),
    'shift+h': () => acts.distribute('across'),
    'shift+v': () => acts.distribute('down'),
    'mod+shift+ArrowLeft': unlessTyping(() => acts.align('left')),
    'mod+shift+ArrowRight': unlessTyping(() => acts.align('right')),
    'mod+shift+ArrowUp': unlessTyping(() => acts.align('top')),
    'mod+shift+ArrowDown': unlessTyping(() => acts.align('bottom')),
    Delete: () => acts.remove(),
    Backspace: () => acts.remove(),
    'mod+Delete': unlessTyping(() => acts.remove('joined')),
    'mod+Backspace': unlessTyping(() => acts.remove('joined')),
    'mod+ArrowLeft': nudge(-1, 0),
    'mod+ArrowRight': nudge(1, 0),
    'mod+ArrowUp': nudge(0, -1),
    'mod+ArrowDown': nudge(0, 1),
    F2: () => (selection.length === 1 && canvas.current?.rename(selection[0] ?? '') === true ? undefined : focusName()),
    'mod+z': unlessTyping(() => store.getState().undo()),
    'mod+shift+z': unlessTyping(() => store.getState().redo()),
    'mod+y': unlessTyping(() => store.getState().redo()),
    'mod+d': acts.duplicate,
    'mod+a': unlessTyping(acts.selectAll),
    'mod+g': acts.group,
    'mod+shift+g': acts.ungroup,
    'alt+ArrowDown': () => acts.selectAlong('after'),
    'alt+ArrowUp': () => acts.selectAlong('before'),
    Escape: () => (selection.length > 0 ? select([]) : false),
    ArrowLeft: toCanvas,
    ArrowRight: toCanvas,
    ArrowUp: toCanvas,
    ArrowDown: toCanvas,
    F6: nextRegion,
  };
  useKeys(readOnly ? Object.fromEntries(Object.entries(keys).filter(([chord]) => looking.includes(chord))) : keys);
}
