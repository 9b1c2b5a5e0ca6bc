import { useStoreApi } from '@xyflow/react';
import { useEffect, useRef } from 'react';
import type { FarHand } from './far-hand.ts';
import type { FarScene } from './far-scene.ts';
import { paintFar } from './paint-far.ts';
import { usePalette } from './use-palette.ts';

/** One 2-D canvas that paints every box and thread (see `useFar`); the pane under it keeps the pointer. */
export function FarCanvas({ scene, hand }: { scene: FarScene; hand: FarHand }) {
  const ref = useRef<HTMLCanvasElement>(null);
  const palette = usePalette(ref);
  const store = useStoreApi();
  useEffect(() => {
    const canvas = ref.current;
    const context = canvas?.getContext('2d') ?? null;
    if (canvas === null || context === null || palette === null) return;
    let asked = 0;
    let seen = store.getState();
    const paint = (): void => {
      asked = 0;
      const { transform, width, height } = store.getState();
      const ratio = window.devicePixelRatio || 1;
      if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
        canvas.width = Math.round(width * ratio);
        canvas.height = Math.round(height * ratio);
      }
      paintFar(context, scene, palette, { x: transform[0], y: transform[1], zoom: transform[2], width, height, ratio }, hand);
    };
    const ask = (): void => {
      if (asked === 0) asked = requestAnimationFrame(paint);
    };
    paint();
    // React Flow's store tells of much that moves no view.
    const leaveStore = store.subscribe((now) => {
      if (now.transform !== seen.transform || now.width !== seen.width || now.height !== seen.height) ask();
      seen = now;
    });
    const leaveLive = scene.live?.subscribeAll(ask);
    const leaveHand = hand.subscribe(ask);
    return () => {
      leaveStore();
      leaveHand();
      leaveLive?.();
      if (asked !== 0) cancelAnimationFrame(asked);
    };
  }, [scene, hand, palette, store]);
  return <canvas ref={ref} className="cv-far" aria-hidden />;
}
