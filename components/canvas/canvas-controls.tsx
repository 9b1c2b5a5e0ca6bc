import { useStore } from '@xyflow/react';
import { Maximize, Minus, Plus } from 'lucide-react';
import { IconButton } from '#components/ui/icon-button.tsx';
import type { CanvasHandle } from './canvas-handle.ts';

/** Zoom and fit, at the lower left. */
export function CanvasControls({ handle }: { handle: CanvasHandle }) {
  const zoom = useStore((s) => Math.round(s.transform[2] * 100));
  return (
    <div className="cv-bar cv-controls nopan" role="group" aria-label="Zoom">
      <IconButton label="Zoom out" keys="-" icon={<Minus strokeWidth={1.75} />} onClick={handle.zoomOut} />
      <button type="button" className="cv-zoom" aria-label={`Zoom ${zoom} %, set to 100 %`} onClick={() => handle.zoomTo(1)}>
        {zoom} %
      </button>
      <IconButton label="Zoom in" keys="+" icon={<Plus strokeWidth={1.75} />} onClick={handle.zoomIn} />
      <span className="cv-vr" />
      <IconButton label="Fit the drawing" keys="1" icon={<Maximize strokeWidth={1.75} />} onClick={handle.fit} />
    </div>
  );
}
