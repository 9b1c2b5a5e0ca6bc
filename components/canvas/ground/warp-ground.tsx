import { useStore } from '@xyflow/react';
import { useId } from 'react';

/** The cloth: warp ticks of 1 × 4 px every 24 px; they vanish below zoom 0.5. */
export function WarpGround() {
  const id = useId();
  const [x, y, zoom] = useStore((s) => s.transform);
  if (zoom < 0.5) return null;
  const step = 24 * zoom;
  return (
    <svg className="cv-ground" aria-hidden>
      <pattern id={id} x={x % step} y={y % step} width={step} height={step} patternUnits="userSpaceOnUse">
        <rect x={0} y={0} width={1} height={4 * zoom} fill="var(--warp)" />
      </pattern>
      <rect width="100%" height="100%" fill={`url(#${id})`} />
    </svg>
  );
}
