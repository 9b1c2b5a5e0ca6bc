import { useReactFlow } from '@xyflow/react';
import { useRef, type MouseEvent, type PointerEvent } from 'react';
import type { CanvasGestures, Selection } from '../gestures/canvas-gestures.ts';
import { carriedBy, shifted } from '../gestures/carried-by.ts';
import type { FarHand } from './far-hand.ts';
import type { FarScene } from './far-scene.ts';
import { hitFar } from './hit-far.ts';

/** A press that moves less than this is a click, px of the screen. */
const threshold = 3;
/** So far beside a selected box it is still taken hold of, px of the screen. */
const reach = 8;

/** Boxes are dragged and selected on the far canvas as on the near one, although they are no elements there. */
export function useFarHand(input: {
  far: boolean;
  scene: FarScene;
  hand: FarHand;
  gestures: CanvasGestures | undefined;
  onSelect: ((selection: Selection) => void) | undefined;
}) {
  const { far, scene, hand, gestures, onSelect } = input;
  const flow = useReactFlow();
  /** React Flow must not take what this hook has taken; the click after a drag is none. */
  const taken = useRef(false);
  const dragged = useRef(false);
  const at = (event: { clientX: number; clientY: number }): { x: number; y: number } =>
    flow.screenToFlowPosition({ x: event.clientX, y: event.clientY }, { snapToGrid: false });

  const follow = (move: (event: globalThis.PointerEvent) => void, end: (event: globalThis.PointerEvent | null) => void): void => {
    const stop = (event: globalThis.PointerEvent | null): void => {
      removeEventListener('pointermove', move);
      removeEventListener('pointerup', up);
      removeEventListener('pointercancel', cancel);
      removeEventListener('keydown', key, true);
      taken.current = false;
      end(event);
      hand.set({});
    };
    const up = (event: globalThis.PointerEvent): void => stop(event);
    const cancel = (): void => stop(null);
    const key = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      stop(null);
    };
    addEventListener('pointermove', move);
    addEventListener('pointerup', up);
    addEventListener('pointercancel', cancel);
    addEventListener('keydown', key, true);
  };

  const onPointerDownCapture = (event: PointerEvent): void => {
    dragged.current = false;
    const onCloth = event.target instanceof Element && event.target.closest('.react-flow__pane') !== null;
    if (!far || !onCloth || event.button !== 0 || event.pointerType === 'touch' || !event.isPrimary) return;
    const from = at(event);
    const { clientX, clientY } = event;
    const far2 = (e: { clientX: number; clientY: number }): boolean =>
      Math.hypot(e.clientX - clientX, e.clientY - clientY) >= threshold;
    const hit = hitFar(scene, from, reach / flow.getZoom());
    if (event.shiftKey && onSelect !== undefined) {
      const keep = event.metaKey || event.ctrlKey ? [...scene.selected] : [];
      take(event);
      follow(
        (e) => {
          if (dragged.current || far2(e)) {
            dragged.current = true;
            hand.set({ band: rectOf(from, at(e)) });
          }
        },
        (e) => {
          if (e !== null && dragged.current) onSelect([...new Set([...keep, ...inside(scene, rectOf(from, at(e)))])]);
        },
      );
    } else if (hit !== null && gestures !== undefined) {
      take(event);
      const notes = new Map(scene.notes.map((note) => [`note:${note.id}`, note.rect] as const));
      const carried = carriedBy(hit, scene.selected, scene.drawing, scene.frames, notes);
      const to = (e: { clientX: number; clientY: number }) => {
        const p = at(e);
        const step = (v: number): number => Math.round(v / 4) * 4;
        return shifted(carried, step(p.x - from.x), step(p.y - from.y));
      };
      follow(
        (e) => {
          if (!dragged.current && !far2(e)) return;
          if (!dragged.current && !scene.selected.has(hit)) onSelect?.([hit]);
          dragged.current = true;
          hand.set({ moved: to(e) });
        },
        (e) => {
          if (e !== null && dragged.current)
            gestures.move(Object.fromEntries([...to(e)].map(([id, p]) => [id, [p.x, p.y] as [number, number]])));
        },
      );
    }
  };
  const take = (event: PointerEvent): void => {
    taken.current = true;
    event.stopPropagation();
  };
  const onMouseDownCapture = (event: MouseEvent): void => {
    if (!taken.current) return;
    event.stopPropagation();
    // What has the keyboard keeps it no longer than on the near canvas; text is not selected on the way.
    event.preventDefault();
    (event.currentTarget as HTMLElement).focus({ preventScroll: true });
  };
  const onClickCapture = (event: MouseEvent): void => {
    if (!dragged.current) return;
    dragged.current = false;
    event.stopPropagation();
  };
  return { onPointerDownCapture, onMouseDownCapture, onClickCapture };
}

function rectOf(a: { x: number; y: number }, b: { x: number; y: number }) {
  return { x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), width: Math.abs(a.x - b.x), height: Math.abs(a.y - b.y) };
}

/** What a band touches: boxes and notes. */
function inside({ drawing, notes }: FarScene, band: { x: number; y: number; width: number; height: number }): string[] {
  const touches = (r: { x: number; y: number; width: number; height: number }): boolean =>
    r.x < band.x + band.width && r.x + r.width > band.x && r.y < band.y + band.height && r.y + r.height > band.y;
  return [
    ...[...drawing.boxes.values()].filter((box) => touches(box.rect)).map((box) => box.id),
    ...notes.filter((note) => touches(note.rect)).map((note) => `note:${note.id}`),
  ];
}
