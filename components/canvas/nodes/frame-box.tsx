import type { NodeProps } from '@xyflow/react';
import { memo, use, useState, type CSSProperties } from 'react';
import { CanvasContext } from '../canvas-context.ts';
import type { FrameNode } from './task-node.ts';

/** The frame of an open group: a line round its tasks. Its head drags all of them; a double click or Enter there renames it in place. */
export const FrameBox = memo(function FrameBox({ id, data, selected }: NodeProps<FrameNode>) {
  const shared = use(CanvasContext);
  const [editing, setEditing] = useState(false);
  const rename = shared?.renameGroup ?? null;
  return (
    <div
      className="cv-frame"
      role="group"
      aria-label={`Group ${data.name}, ${data.members.length} inside${data.copies === null ? '' : `, ${data.copies} copies`}`}
      data-frame={id}
      data-selected={selected || undefined}
      data-colour={data.color === null ? undefined : true}
      style={data.color === null ? undefined : ({ '--cv-group': data.color } as CSSProperties)}
      tabIndex={selected ? 0 : -1}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || rename === null || event.target !== event.currentTarget) return;
        event.preventDefault();
        event.stopPropagation();
        setEditing(true);
      }}
    >
      {editing && rename !== null ? (
        <input
          className="cv-frame-name nodrag nopan"
          aria-label="Name of the group"
          autoFocus
          maxLength={200}
          defaultValue={data.name}
          onFocus={(event) => event.target.select()}
          onBlur={(event) => {
            setEditing(false);
            const name = event.target.value.trim();
            if (name !== '' && name !== data.name) rename(id.slice('frame:'.length), name);
          }}
          onKeyDown={(event) => {
            event.stopPropagation();
            if (event.key === 'Escape') event.currentTarget.value = data.name;
            if (event.key === 'Escape' || event.key === 'Enter') event.currentTarget.blur();
          }}
        />
      ) : (
        <div className="cv-frame-head" title={data.name} onDoubleClick={() => setEditing(true)}>
          {data.name}
          {data.copies === null ? null : <i className="cv-frame-copies">{data.copies}</i>}
        </div>
      )}
    </div>
  );
});
