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
  { keys: 'G A', label: 'Go to approvals' },
  { keys: 'G L', label: 'Go to alerts' },
  { keys: 'G P', label: 'Go to pools' },
  { keys: 'G B', label: 'Go to circuit breakers' },
  { keys: 'G C', label: 'Go to connections' },
  { keys: 'G O', label: 'Go to operators' },
  { keys: 'G H', label: 'Go to health' },
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
