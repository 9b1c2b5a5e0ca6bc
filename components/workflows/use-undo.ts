'use client';
import { useCallback, useRef } from 'react';
import { toast } from '#components/ui/toast.ts';

/** What was done last and can be taken back: `done` says it in a toast with Undo, `undo` (key Z) takes back the newest. */
export function useUndo(): { done: (title: string, undo: () => unknown, body?: string) => void; undo: () => void } {
  const stack = useRef<(() => void)[]>([]);
  const done = useCallback((title: string, undo: () => unknown, body?: string) => {
    const entry = () => {
      stack.current = stack.current.filter((other) => other !== entry);
      undo();
    };
    stack.current.push(entry);
    toast({ title, body, undo: entry });
  }, []);
  const undo = useCallback(() => {
    const newest = stack.current.at(-1);
    if (newest) newest();
    else toast({ title: 'Nothing to undo on this page.' });
  }, []);
  return { done, undo };
}
