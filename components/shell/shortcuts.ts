'use client';
import { useEffect, useSyncExternalStore } from 'react';

/** A key for people to read: `J K`, `Ctrl K`. */
export interface Shortcut {
  keys: string;
  label: string;
}
export interface ShortcutGroup {
  title: string;
  shortcuts: Shortcut[];
}

const groups = new Map<string, ShortcutGroup>();
const listeners = new Set<() => void>();
let all: ShortcutGroup[] = [];
const none: ShortcutGroup[] = [];

function change(): void {
  all = [...groups.values()];
  for (const listener of listeners) listener();
}

/** Lists keys under `?` while the component is shown. `shortcuts` must be a constant or memoised. */
export function useShortcuts(title: string, shortcuts: Shortcut[]): void {
  useEffect(() => {
    groups.set(title, { title, shortcuts });
    change();
    return () => {
      groups.delete(title);
      change();
    };
  }, [title, shortcuts]);
}

/** Every group of keys that works now. */
export const useShortcutGroups = (): ShortcutGroup[] =>
  useSyncExternalStore(
    (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    () => all,
    () => none,
  );
