'use client';
import { useRouter } from 'next/navigation';
import { useRef } from 'react';
import { setPaletteOpen } from './palette-open.ts';
import { setShortcutsOpen } from './shortcuts-dialog.tsx';
import { useShortcuts, type Shortcut } from './shortcuts.ts';
import { useKeys } from './use-keys.ts';

const everywhere: Shortcut[] = [
  { keys: 'Ctrl K', label: 'Search or act' },
  { keys: '?', label: 'Show the keys' },
  { keys: 'G W', label: 'Go to workflows' },
  { keys: 'G R', label: 'Go to runs' },
  { keys: 'G C', label: 'Go to connections' },
  { keys: 'G A', label: 'Go to approvals' },
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
  useShortcuts('Everywhere', everywhere);
  useKeys({
    'mod+k': () => setPaletteOpen(true),
    '?': () => setShortcutsOpen(true),
    g: () => void (wentAt.current = performance.now()),
    w: go('/workflows'),
    r: go('/runs'),
    c: go('/connections'),
    a: go('/approvals'),
  });
}
