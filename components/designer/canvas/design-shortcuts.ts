import type { ShortcutGroup } from '#components/shell/shortcuts.ts';
import { lineUpChoices } from './line-up-choices.tsx';

/** Keys of the canvas by what they are for, for the list under `?`. Those of a simulation are listed while there is one. */
export const designShortcuts: readonly ShortcutGroup[] = [
  {
    title: 'Draw',
    shortcuts: [
      { keys: '/', label: 'Find an operator' },
      { keys: 'Ctrl F', label: 'Search on the drawing' },
      { keys: 'A', label: 'Add a task after the selected one' },
      { keys: 'A on an edge', label: 'Put a task on it' },
      { keys: 'C', label: 'Connect the selected task' },
      { keys: 'N', label: 'Add a note' },
      { keys: 'Ctrl G', label: 'Group the selection' },
      { keys: 'Ctrl Shift G', label: 'Ungroup' },
      { keys: 'Shift F10', label: 'What can be done here' },
    ],
  },
  {
    title: 'Move and select',
    shortcuts: [
      { keys: '← ↑ ↓ →', label: 'Go from task to task' },
      { keys: 'Shift ←↑↓→', label: 'Select on the way' },
      { keys: 'E', label: 'Go through the edges of a task' },
      { keys: 'Ctrl A', label: 'Select all' },
      { keys: 'Alt ↓ / ↑', label: 'Select everything after, before' },
      { keys: '1 / 0', label: 'Fit the drawing, 100 %' },
      { keys: 'Z', label: 'Whole drawing, selection by turns' },
      { keys: 'F6', label: 'Canvas, inspector and problems by turns' },
    ],
  },
  {
    title: 'Change',
    shortcuts: [
      { keys: 'Enter', label: 'Configure the task' },
      { keys: 'Ctrl ←↑↓→', label: 'Move the selection' },
      { keys: 'F2', label: 'Rename the task' },
      { keys: 'D', label: 'Disable or enable' },
      { keys: 'Delete', label: 'Delete the selection' },
      { keys: 'Ctrl Delete', label: 'Delete and join the neighbours' },
      { keys: 'Ctrl Z / Y', label: 'Undo, redo' },
      { keys: 'Ctrl C / X / V', label: 'Copy, cut, paste as JSON' },
      { keys: 'Ctrl D', label: 'Duplicate' },
    ],
  },
  {
    title: 'Arrange',
    shortcuts: [{ keys: 'L', label: 'Arrange' }, ...lineUpChoices.map(({ keys, title }) => ({ keys, label: title }))],
  },
  {
    title: 'Try',
    shortcuts: [
      { keys: 'T', label: 'Try the selected task' },
      { keys: 'S', label: 'Simulate the draft' },
    ],
  },
];
