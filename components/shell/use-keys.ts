'use client';
import { useEffect, useEffectEvent } from 'react';

/** Handlers by chord: `mod+k` (Ctrl, on a Mac Command), `shift+d`, `?`, `j`, `Enter`. Return false to let the browser have it. */
export type Keys = Record<string, (event: KeyboardEvent) => void | false>;

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
const busy = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[role=dialog],[role=alertdialog],[role=menu],[role=listbox]') !== null;

function chordOf(event: KeyboardEvent): string {
  const key = event.key === ' ' ? 'Space' : event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const shifted = event.shiftKey && /^[a-z]$|^[A-Z][a-z]/.test(key);
  return `${event.ctrlKey || event.metaKey ? 'mod+' : ''}${event.altKey ? 'alt+' : ''}${shifted ? 'shift+' : ''}${key}`;
}

/**
 * Listens on the whole page. Plain keys rest while somebody types or a dialog or menu is open; chords with `mod` do not.
 * F2, F6 … are no text: they work while somebody types, so that the keyboard leads out of a form.
 * `first`: before every other listener; a key that is used then is nobody else's.
 */
export function useKeys(keys: Keys, first = false): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    const chord = chordOf(event);
    const handler = keys[chord];
    if (!handler) return;
    const isText = !/F\d+$/.test(chord);
    if (!chord.startsWith('mod+') && ((isText && typing(event.target)) || busy(event.target))) return;
    if (handler(event) === false) return;
    event.preventDefault();
    if (first) event.stopImmediatePropagation();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    addEventListener('keydown', listen, first);
    return () => removeEventListener('keydown', listen, first);
  }, [first]);
}
