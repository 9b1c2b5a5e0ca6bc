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
  /** Works on every page: listed after what works on this one. */
  everywhere?: boolean;
}

const groups = new Map<string, ShortcutGroup>();
const listeners = new Set<() => void>();
let all: ShortcutGroup[] = [];
const none: ShortcutGroup[] = [];

function change(): void {
  all = [...groups.values()].sort((a, b) => Number(a.everywhere ?? false) - Number(b.everywhere ?? false));
  for (const listener of listeners) listener();
}

/** Lists groups of keys under `?` while the component is shown. They must be a constant or memoised. */
export function useShortcuts(own: readonly ShortcutGroup[]): void {
  useEffect(() => {
    for (const group of own) groups.set(group.title, group);
    change();
    return () => {
      for (const { title } of own) groups.delete(title);
      change();
    };
  }, [own]);
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
