'use client';
import dynamic from 'next/dynamic';

const load = () => import('./canvas-surface.tsx').then((module) => module.CanvasSurface);
// Asked for at once, beside the document it shall draw; waiting for the first use would fetch one after the other.
const surface = typeof window === 'undefined' ? null : load();
// Whoever draws it first gets the error.
surface?.catch(() => undefined);

/**
 * The drawing of a workflow: designed on (`mode="design"` with `gestures`) or looked at (`mode="read"`, with `live` for a run). Fills its
 * parent. Drawn in the browser only: what React Flow renders on a server carries styles that the content security policy refuses.
 */
export const Canvas = dynamic(() => surface ?? load(), {
  ssr: false,
  loading: () => <div className="size-full bg-canvas" />,
});
