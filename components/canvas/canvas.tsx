'use client';
import dynamic from 'next/dynamic';

/**
 * The drawing of a workflow: designed on (`mode="design"` with `gestures`) or looked at (`mode="read"`, with `live` for a run). Fills its
 * parent. Drawn in the browser only: what React Flow renders on a server carries styles that the content security policy refuses.
 */
export const Canvas = dynamic(() => import('./canvas-surface.tsx').then((module) => module.CanvasSurface), {
  ssr: false,
  loading: () => <div className="size-full bg-canvas" />,
});
