'use client';
import { useRouter } from 'next/navigation';
import { useRef } from 'react';
import { setPaletteOpen } from './palette-open.ts';
import { setShortcutsOpen } from './shortcuts-dialog.tsx';
import { useShortcuts, type ShortcutGroup } from './shortcuts.ts';
import { useKeys } from './use-keys.ts';

const everywhere: ShortcutGroup[] = [
  {
    title: 'Everywhere',
    everywhere: true,
    shortcuts: [
      { keys: 'Ctrl K', label: 'Search or act' },
      { keys: '?', label: 'Show the keys' },
      { keys: 'F6 Esc', label: 'To a notice, close it' },
    ],
  },
  {
    title: 'Go to',
    everywhere: true,
    shortcuts: [
      { keys: 'G W', label: 'Workflows' },
      { keys: 'G R', label: 'Runs' },
      { keys: 'G A', label: 'Approvals' },
      { keys: 'G L', label: 'Alerts' },
      { keys: 'G P', label: 'Pools' },
      { keys: 'G B', label: 'Circuit breakers' },
      { keys: 'G C', label: 'Connections' },
      { keys: 'G O', label: 'Operators' },
      { keys: 'G H', label: 'Health' },
    ],
  },
];

/** Keys that work on every page. `G` waits a second for the letter after it. */
export function useAppKeys(): void {
  const router = useRouter();
  const wentAt = useRef(0);
  const go = (href: string) => () => {
    if (performance.now() - wentAt.current > 1000) return false;
    wentAt.current = 0;
    router.push(href);
  };
  useShortcuts(everywhere);
  useKeys({
    'mod+k': () => setPaletteOpen(true),
    '?': () => setShortcutsOpen(true),
    g: () => void (wentAt.current = performance.now()),
  });
  // Before the keys of the page, which has other uses for some of these letters.
  useKeys(
    {
      w: go('/workflows'),
      r: go('/runs'),
      a: go('/approvals'),
      l: go('/alerts'),
      p: go('/pools'),
      b: go('/breakers'),
      c: go('/connections'),
      o: go('/operators'),
      h: go('/health'),
    },
    true,
  );
}
