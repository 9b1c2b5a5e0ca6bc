import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import type { FrameNode } from './task-node.ts';

/** The frame of an open group: a line round its tasks and its name. */
export const FrameBox = memo(function FrameBox({ id, data, selected }: NodeProps<FrameNode>) {
  return (
    <div
      className="cv-frame"
      role="group"
      aria-label={`Group ${data.name}`}
      data-frame={id}
      data-selected={selected || undefined}
      tabIndex={-1}
    >
      <span>{data.name}</span>
    </div>
  );
});
