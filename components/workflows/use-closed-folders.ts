'use client';
import { useCallback, useEffect, useState } from 'react';

const place = 'drawloom.closed-folders';

/** Names of the folders that are shut, kept in this browser. */
export function useClosedFolders(): [ReadonlySet<string>, (name: string) => void] {
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    try {
      const stored: unknown = JSON.parse(localStorage.getItem(place) ?? '[]');
      if (Array.isArray(stored)) setClosed(new Set(stored.filter((name) => typeof name === 'string')));
    } catch {
      // A browser without storage, or what somebody else wrote there: all folders are open.
    }
  }, []);
  const toggle = useCallback((name: string) => {
    setClosed((before) => {
      const after = new Set(before);
      if (!after.delete(name)) after.add(name);
      try {
        localStorage.setItem(place, JSON.stringify([...after]));
      } catch {
        // Not kept then.
      }
      return after;
    });
  }, []);
  return [closed, toggle];
}
