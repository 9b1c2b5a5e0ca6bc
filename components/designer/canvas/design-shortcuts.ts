import type { Shortcut } from '#components/shell/shortcuts.ts';

import { lineUpChoices } from './line-up-choices.tsx';

/** Keys of the canvas, for the list under `?`. */
export const designShortcuts: Shortcut[] = [
  { keys: '/', label: 'Find an operator' },
  { keys: 'Ctrl F', label: 'Search on the drawing' },
  { keys: 'A', label: 'Add a task after the selected one' },
  { keys: 'C', label: 'Connect the selected task' },
  { keys: '← ↑ ↓ →', label: 'Go from task to task' },
  { keys: 'Shift ←↑↓→', label: 'Select on the way' },
  { keys: 'Ctrl ←↑↓→', label: 'Move the selection' },
  { keys: 'Enter', label: 'Configure the task' },
  { keys: 'F2', label: 'Rename the task' },
  { keys: 'T', label: 'Try the selected task' },
  { keys: 'D', label: 'Disable or enable' },
  { keys: 'Delete', label: 'Delete the selection' },
  { keys: 'Ctrl Delete', label: 'Delete and join the neighbours' },
  { keys: 'E', label: 'Go through the edges of a task' },
  { keys: 'A on an edge', label: 'Put a task on it' },
  { keys: 'Shift F10', label: 'What can be done here' },
  { keys: 'Ctrl Z / Y', label: 'Undo, redo' },
  { keys: 'Ctrl C / X / V', label: 'Copy, cut, paste as JSON' },
  { keys: 'Ctrl D', label: 'Duplicate' },
  { keys: 'Ctrl A', label: 'Select all' },
  { keys: 'Alt ↓ / ↑', label: 'Select everything after, before' },
  { keys: 'Ctrl G', label: 'Group the selection' },
  { keys: 'N', label: 'Add a note' },
  { keys: 'Ctrl Shift G', label: 'Ungroup' },
  { keys: 'L', label: 'Arrange' },
  ...lineUpChoices.map(({ keys, title }) => ({ keys, label: title })),
  { keys: 'S', label: 'Simulate the draft' },
  { keys: '[ ]', label: 'Simulation: one event back, forward' },
  { keys: '1 / 0', label: 'Fit the drawing, 100 %' },
  { keys: 'Z', label: 'Whole drawing, selection by turns' },
  { keys: 'F6', label: 'Canvas, inspector and problems by turns' },
];
