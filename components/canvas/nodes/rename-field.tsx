import { useStore } from '@xyflow/react';
import { useRef } from 'react';
import type { FarScene } from '../far/far-scene.ts';

/** The name of a task or group, written where it stands: Enter keeps it, Escape does not. At every zoom, over whatever is drawn there. */
export function RenameField(props: { id: string; scene: FarScene; onDone: (name: string | null) => void }) {
  const { id, scene } = props;
  const [x, y, zoom] = useStore((s) => s.transform);
  const room = useStore((s) => s.width);
  const done = useRef(false);
  const box = scene.drawing.boxes.get(id);
  const frame = scene.frames.find(({ group }) => id === `frame:${group}`);
  const rect = box?.rect ?? frame?.rect;
  if (rect === undefined) return null;
  const name = box?.title ?? frame?.name ?? '';
  const end = (value: string | null): void => {
    if (done.current) return;
    done.current = true;
    const next = value?.trim() ?? '';
    props.onDone(next === '' || next === name ? null : next);
  };
  const width = Math.max(160, Math.min(rect.width, 280) * zoom);
  const height = box === undefined ? 28 : rect.height * zoom;
  return (
    <input
      className="cv-rename nodrag nopan"
      aria-label="Name"
      autoFocus
      maxLength={200}
      spellCheck={false}
      autoComplete="off"
      defaultValue={name}
      style={{
        // Small boxes have a field that is wider than they are: it stays in sight.
        left: Math.max(8, Math.min(rect.x * zoom + x, room - width - 8)),
        top: rect.y * zoom + y + (height - 28) / 2,
        width,
      }}
      onFocus={(event) => event.target.select()}
      onBlur={(event) => end(event.target.value)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Enter') end(event.currentTarget.value);
        if (event.key === 'Escape') end(null);
      }}
    />
  );
}
