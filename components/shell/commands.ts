'use client';
import type { ReactNode } from 'react';
import { useEffect, useSyncExternalStore } from 'react';

/** Something a person can do or open from the palette. Give `href` or `run`. */
export interface Command {
  id: string;
  title: string;
  group: string;
  icon?: ReactNode;
  /** Quiet, at the right of the title. */
  note?: ReactNode;
  keys?: string;
  /** Further words it is found by. */
  words?: string;
  href?: string;
  run?: () => void;
}

const registered = new Map<string, Command[]>();
const listeners = new Set<() => void>();
let all: Command[] = [];

function change(): void {
  all = [...registered.values()].flat();
  for (const listener of listeners) listener();
}

/** Puts commands into the palette while the component is shown. `commands` must be memoised; `owner` names the place once. */
export function useCommands(owner: string, commands: Command[]): void {
  useEffect(() => {
    registered.set(owner, commands);
    change();
    return () => {
      registered.delete(owner);
      change();
    };
  }, [owner, commands]);
}

const none: Command[] = [];

/** All commands that are registered now. */
export const useAllCommands = (): Command[] =>
  useSyncExternalStore(
    (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    () => all,
    () => none,
  );
