import { useReactFlow } from '@xyflow/react';
import { useEffect, type PointerEvent, type RefObject } from 'react';
import type { FarHand } from './far-hand.ts';
import type { FarScene } from './far-scene.ts';
import { hitFar } from './hit-far.ts';

/** What lies under the pointer of a mouse on the far canvas is marked, and the pointer says what a press would do. */
export function useFarHover(input: {
  far: boolean;
  scene: FarScene;
  hand: FarHand;
  root: RefObject<HTMLElement | null>;
  /** Boxes can be dragged. */
  design: boolean;
}): { over: (event: PointerEvent) => void; out: () => void } {
  const { far, scene, hand, root, design } = input;
  const flow = useReactFlow();
  const show = (id: string | null): void => {
    hand.hover(id);
    const pointer = id === null ? null : design && !scene.laid.has(id) ? 'grab' : 'pointer';
    if (pointer === null) delete root.current?.dataset['over'];
    else if (root.current !== null) root.current.dataset['over'] = pointer;
  };
  useEffect(() => {
    if (far) return;
    hand.hover(null);
    delete root.current?.dataset['over'];
  }, [far, hand, root]);
  return {
    over(event) {
      if (!far || event.pointerType === 'touch' || event.buttons !== 0) return;
      const onCloth = event.target instanceof Element && event.target.closest('.react-flow__pane') !== null;
      const at = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY }, { snapToGrid: false });
      show(onCloth ? hitFar(scene, at, flow.getZoom()) : null);
    },
    out() {
      if (far) show(null);
    },
  };
}
