import { useState } from 'react';
import { useShortcuts, type ShortcutGroup } from '#components/shell/shortcuts.ts';
import { useKeys } from '#components/shell/use-keys.ts';
import type { RunItem } from './run-item.ts';
import type { RunSelection } from './use-run-selection.ts';

const shortcuts: ShortcutGroup[] = [
  {
    title: 'Runs',
    shortcuts: [
      { keys: 'J K', label: 'Next, previous run' },
      { keys: 'Enter', label: 'Open' },
      { keys: 'X', label: 'Select' },
      { keys: 'Shift X', label: 'Select up to here' },
    ],
  },
];

/** J and K walk through a list of runs, X chooses. Gives what RunTable needs of it. */
export function useRunKeys(runs: readonly RunItem[], { selected, select }: RunSelection) {
  const [cursor, setCursor] = useState<number | null>(null);
  const [current, setCurrent] = useState<string | null>(null);
  const move = (step: number): void => {
    if (runs.length === 0) return;
    const from = runs.findIndex((run) => run.id === current);
    setCursor(Math.max(0, Math.min(runs.length - 1, from + step)));
  };
  useShortcuts(shortcuts);
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    x: () => (current ? select(current, !selected.has(current)) : false),
    'shift+x': () => (current ? select(current, true, true) : false),
  });
  return { cursor, onCursorUsed: () => setCursor(null), onFocus: setCurrent };
}
