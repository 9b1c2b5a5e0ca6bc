'use client';
import { useSyncExternalStore } from 'react';

/** How the pages look: as the system says, or always one way. */
export type Theme = 'system' | 'light' | 'dark';

const cookie = 'drawloom-theme';
const listeners = new Set<() => void>();

const read = (): Theme => {
  const set = document.documentElement.dataset.theme;
  return set === 'light' || set === 'dark' ? set : 'system';
};

/** Changes the look at once and for the next visits. A cookie, so that the server writes it on <html> and nothing flashes. */
export function setTheme(theme: Theme): void {
  if (theme === 'system') {
    delete document.documentElement.dataset.theme;
    document.cookie = `${cookie}=; path=/; max-age=0; samesite=lax`;
  } else {
    document.documentElement.dataset.theme = theme;
    document.cookie = `${cookie}=${theme}; path=/; max-age=31536000; samesite=lax`;
  }
  for (const listener of listeners) listener();
}

/** The theme that was chosen. */
export const useTheme = (): Theme =>
  useSyncExternalStore(
    (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    read,
    () => 'system',
  );
