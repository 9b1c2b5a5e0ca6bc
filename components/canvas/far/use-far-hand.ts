import { useReactFlow, useStoreApi } from '@xyflow/react';
import { useRef, type MouseEvent, type PointerEvent, type TouchEvent } from 'react';
import type { CanvasGestures, Selection } from '../gestures/canvas-gestures.ts';
import { carriedBy, shifted } from '../gestures/carried-by.ts';
import { regroupingOf } from '../gestures/regrouping.ts';
import type { FarHand } from './far-hand.ts';
import type { FarScene } from './far-scene.ts';
import { followPointer } from './follow-pointer.ts';
import { hitFar } from './hit-far.ts';
import { insideBand } from './inside-band.ts';

/** A press that moves less than this is a click, px of the screen; a finger is less steady than a mouse. */
const threshold = { mouse: 3, touch: 10 };

interface Place {
  x: number;
  y: number;
}

/**
 * Boxes, notes and frames are dragged, and boxes selected by a band, on the far canvas as on the near one, although they are no elements
 * there. A finger drags only what is selected: else it moves the view.
 */
export function useFarHand(input: {
  far: boolean;
  scene: FarScene;
  hand: FarHand;
  gestures: CanvasGestures | undefined;
  onSelect: ((selection: Selection) => void) | undefined;
}) {
  const { far, scene, hand, gestures, onSelect } = input;
  const flow = useReactFlow();
  const store = useStoreApi();
  /** React Flow must not take what this hook has taken; the click after a drag is none. */
  const taken = useRef<(() => void) | null>(null);
  const dragged = useRef(false);
  const at = (event: { clientX: number; clientY: number }): Place =>
    flow.screenToFlowPosition({ x: event.clientX, y: event.clientY }, { snapToGrid: false });

  const onPointerDownCapture = (event: PointerEvent): void => {
    if (event.isPrimary) dragged.current = false;
    const pane = event.target instanceof Element ? event.target.closest('.react-flow__pane') : null;
    if (!far || pane === null || event.button !== 0 || !event.isPrimary) return;
    const from = at(event);
    const { clientX, clientY } = event;
    const touch = event.pointerType === 'touch';
    const least = touch ? threshold.touch : threshold.mouse;
    /** `move` and `drop` are called only once it is a drag. */
    const take = (move: (to: Place, first: boolean) => void, drop: (to: Place) => void): void => {
      event.stopPropagation();
      taken.current = followPointer(pane, store, event.pointerId, {
        move(e) {
          const first = !dragged.current;
          if (first && Math.hypot(e.clientX - clientX, e.clientY - clientY) < least) return;
          dragged.current = true;
          move(at(e), first);
        },
        end(e) {
          taken.current = null;
          if (e !== null && dragged.current) drop(at(e));
          hand.set({});
        },
      });
    };
    if (event.shiftKey && !touch && onSelect !== undefined) {
      const keep = event.metaKey || event.ctrlKey ? [...scene.selected] : [];
      take(
        (to) => hand.set({ band: rectOf(from, to) }),
        (to) => onSelect([...new Set([...keep, ...insideBand(scene, rectOf(from, to))])]),
      );
      return;
    }
    const hit = hitFar(scene, from, flow.getZoom(), true);
    if (hit === null || gestures === undefined || scene.laid.has(hit) || (touch && !scene.selected.has(hit))) return;
    const notes = new Map(scene.notes.map((note) => [`note:${note.id}`, note.rect] as const));
    const carried = carriedBy(hit, scene.selected, scene.drawing, scene.frames, notes);
    const regrouping = regroupingOf(hit, carried, scene.drawing, scene.frames);
    const step = (v: number): number => Math.round(v / 4) * 4;
    const placed = (to: Place) => shifted(carried, step(to.x - from.x), step(to.y - from.y));
    take(
      (to, first) => {
        if (first && !scene.selected.has(hit)) onSelect?.([hit]);
        const moved = placed(to);
        hand.set({ moved, regroup: regrouping(moved) });
      },
      (to) => {
        const moved = placed(to);
        gestures.move(Object.fromEntries([...moved].map(([id, p]) => [id, [p.x, p.y] as [number, number]])), regrouping(moved));
      },
    );
  };
  const onMouseDownCapture = (event: MouseEvent): void => {
    if (taken.current === null) return;
    event.stopPropagation();
    // What has the keyboard keeps it no longer than on the near canvas; text is not selected on the way.
    event.preventDefault();
    (event.currentTarget as HTMLElement).focus({ preventScroll: true });
  };
  const onTouchStartCapture = (event: TouchEvent): void => {
    if (taken.current !== null) event.stopPropagation();
  };
  const onClickCapture = (event: MouseEvent): void => {
    if (!dragged.current) return;
    dragged.current = false;
    event.stopPropagation();
  };
  return {
    /** Gives up what is under way: a menu was asked for. */
    letGo: () => taken.current?.(),
    on: { onPointerDownCapture, onMouseDownCapture, onTouchStartCapture, onClickCapture },
  };
}

function rectOf(a: Place, b: Place) {
  return { x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), width: Math.abs(a.x - b.x), height: Math.abs(a.y - b.y) };
}
