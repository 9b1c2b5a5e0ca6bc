import { useStore } from '@xyflow/react';
import { useSyncExternalStore } from 'react';
import { statusWord } from '#components/ui/status-word.ts';
import type { Box } from '../project/drawing.ts';
import type { FarHand } from './far-hand.ts';
import type { FarScene } from './far-scene.ts';

/** Painted boxes bear their name only from this zoom on. */
const nameZoom = 0.35;

/** The name of the box under the pointer, where boxes are too small to bear theirs. For the eye: the outline says the same to screen readers. */
export function FarTip({ scene, hand }: { scene: FarScene; hand: FarHand }) {
  const id = useSyncExternalStore(hand.subscribe, hand.hovered, () => null);
  const box = id === null ? undefined : scene.drawing.boxes.get(id);
  return box === undefined ? null : <Tip scene={scene} box={box} />;
}

/** Apart: only while something is pointed at does it follow the view. */
function Tip({ scene, box }: { scene: FarScene; box: Box }) {
  const [x, y, zoom] = useStore((s) => s.transform);
  if (zoom >= nameZoom) return null;
  const status = scene.live?.task(box.id)?.status;
  const problem = scene.problems.get(box.id)?.text;
  const { rect } = box;
  return (
    <div className="cv-tip" aria-hidden style={{ left: rect.x * zoom + x, top: (rect.y + rect.height) * zoom + y + 6 }}>
      {box.title}
      {status === undefined ? null : <span> {statusWord(status)}</span>}
      {problem === undefined ? null : <span> {problem}</span>}
    </div>
  );
}
