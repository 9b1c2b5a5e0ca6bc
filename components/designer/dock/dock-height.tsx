import { useRef, useState } from 'react';
import { useDockHeight } from './use-dock-height.ts';

const least = 160;
/** Rows of the drawing and the bar above it that stay in sight, px. */
const above = 208;

/** The upper edge of the panel: dragged, or moved by arrow keys; a double click gives the usual height back. */
export function DockHeight() {
  const [height, keep] = useDockHeight();
  const from = useRef<{ y: number; height: number } | null>(null);
  const [held, setHeld] = useState(false);
  const set = (px: number): void => keep(Math.round(Math.max(least, Math.min(px, window.innerHeight - above))));
  return (
    <div
      role="separator"
      aria-label="Height of the panel"
      aria-orientation="horizontal"
      aria-valuenow={height}
      aria-valuemin={least}
      tabIndex={0}
      className="absolute inset-x-0 -top-1 z-10 h-2 cursor-ns-resize touch-none focus-visible:bg-accent data-held:bg-accent-soft max-sm:hidden"
      data-held={held || undefined}
      onDoubleClick={() => keep(null)}
      onKeyDown={(event) => {
        const by = event.key === 'ArrowUp' ? 16 : event.key === 'ArrowDown' ? -16 : 0;
        if (by === 0) return;
        event.preventDefault();
        event.stopPropagation();
        set(height + by);
      }}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        from.current = { y: event.clientY, height: event.currentTarget.parentElement?.clientHeight ?? height };
        setHeld(true);
      }}
      onPointerMove={(event) => {
        if (from.current !== null) set(from.current.height + from.current.y - event.clientY);
      }}
      onLostPointerCapture={() => {
        from.current = null;
        setHeld(false);
      }}
    />
  );
}
