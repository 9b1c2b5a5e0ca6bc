import type { KeyboardEvent } from 'react';
import type { CanvasHandle } from '../canvas-handle.ts';
import type { Drawing } from '../project/drawing.ts';
import type { Selection } from './canvas-gestures.ts';
import { walk, type Arrow } from './walk.ts';

const arrows = new Set(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight']);

/** The keys of a canvas, designed on or looked at: arrows go from box to box, Enter opens, Space selects, E goes through the edges. */
export function useCanvasKeys(input: {
  drawing: Drawing;
  selected: ReadonlySet<string>;
  handle: CanvasHandle;
  onSelect: ((selection: Selection) => void) | undefined;
  onOpen: (task: string) => void;
  /** Enter on the frame of an open group collapses it, where it is not renamed. */
  onToggleGroup: ((group: string) => void) | undefined;
}) {
  const { drawing, selected, handle, onSelect, onOpen, onToggleGroup } = input;
  return (event: KeyboardEvent): void => {
    const target = event.target as HTMLElement;
    if (event.defaultPrevented || target.closest('input, textarea, [contenteditable], [role="menu"], .cv-controls') !== null)
      return;
    const onButton = target.closest('button, a') !== null;
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    const edge = selected.size === 1 ? drawing.edges.find((e) => selected.has(`${e.from}:${e.port}:${e.to}`)) : undefined;
    const here = target.closest<HTMLElement>('[data-task]')?.dataset['task'] ?? [...selected].find((id) => drawing.boxes.has(id));
    const frame = target.closest<HTMLElement>('[data-frame]')?.dataset['frame']?.slice('frame:'.length);
    if (arrows.has(event.key) && plain) {
      event.preventDefault();
      const next =
        edge !== undefined
          ? event.key === 'ArrowLeft' || event.key === 'ArrowUp'
            ? edge.from
            : edge.to
          : here === undefined
            ? drawing.boxes.keys().next().value
            : walk(drawing, here, event.key as Arrow);
      if (next === null || next === undefined) return;
      onSelect?.(event.shiftKey ? [...new Set([...selected, next])] : [next]);
      handle.reveal(next, { focus: true });
    } else if (event.key === 'Enter' && here !== undefined && edge === undefined && !onButton) {
      event.preventDefault();
      onSelect?.([here]);
      onOpen(here);
    } else if (event.key === 'Enter' && frame !== undefined && onToggleGroup !== undefined && !onButton) {
      event.preventDefault();
      onToggleGroup(frame);
    } else if (event.key === ' ' && here !== undefined && !onButton) {
      event.preventDefault();
      onSelect?.(selected.has(here) ? [...selected].filter((id) => id !== here) : [...selected, here]);
    } else if (event.key === 'Escape' && selected.size > 0) onSelect?.([]);
    else if (event.key === '1' && plain) handle.fit();
    else if (event.key === '0' && plain) handle.zoomTo(1);
    else if (event.key === 'z' && plain) handle.zoomToSelection([...selected]);
    else if (event.key === '+' || event.key === '=') handle.zoomIn();
    else if (event.key === '-') handle.zoomOut();
  };
}
