import { useConnection, useStore } from '@xyflow/react';
import { use, useCallback, useSyncExternalStore } from 'react';
import { CanvasContext, type CanvasShared } from '../canvas-context.ts';
import type { Drawing } from '../project/drawing.ts';

/** The words at the end of a wire: where it goes, or why it cannot. */
export function WireTip({ drawing }: { drawing: Drawing }) {
  const { wire } = use(CanvasContext) as CanvasShared;
  const subscribe = useCallback((tell: () => void) => wire.subscribe(tell), [wire]);
  const target = useSyncExternalStore(
    subscribe,
    () => wire.aimed(),
    () => null,
  );
  const at = useConnection((c) => (c.inProgress ? c.to : null));
  const [x, y, zoom] = useStore((s) => s.transform);
  const drawn = wire.wire();
  if (at === null || drawn === null) return null;
  const mark = target === null ? null : wire.mark(target);
  if (mark?.kind === 'source') return null;
  const name = (id: string): string => drawing.boxes.get(id)?.title ?? id;
  return (
    <div className="cv-tip" style={{ left: at.x * zoom + x + 14, top: at.y * zoom + y + 18 }}>
      {name(drawn.from)} <span>to</span> {target === null ? <span>a new task</span> : <b>{name(target)}</b>}
      {mark?.kind === 'impossible' ? <i>: {mark.reason}</i> : null}
    </div>
  );
}
