import { useStore } from '@xyflow/react';
import { FoldVertical, UnfoldVertical } from 'lucide-react';
import { IconButton } from '#components/ui/icon-button.tsx';
import type { FarScene } from '../far/far-scene.ts';

/** Opens or collapses the one group that is chosen, at its upper right corner. One for the whole canvas. */
export function GroupTools(props: { scene: FarScene; chosen: string; onToggle: (group: string) => void }) {
  const { scene, chosen } = props;
  const [x, y, zoom] = useStore((s) => s.transform);
  const box = scene.drawing.boxes.get(chosen);
  const frame = scene.frames.find(({ group }) => chosen === `frame:${group}`);
  const rect = box?.task === null ? box.rect : frame?.rect;
  if (rect === undefined) return null;
  const open = frame !== undefined;
  return (
    <div
      className="cv-group-tools nopan"
      style={{ left: (rect.x + rect.width) * zoom + x, top: rect.y * zoom + y }}
      role="toolbar"
      aria-label={`Group ${frame?.name ?? box?.title ?? ''}`}
    >
      <IconButton
        size="sm"
        label={open ? 'Collapse the group' : 'Open the group'}
        icon={open ? <FoldVertical strokeWidth={1.75} /> : <UnfoldVertical strokeWidth={1.75} />}
        onClick={() => props.onToggle(frame?.group ?? chosen)}
      />
    </div>
  );
}
