import type { NodeProps } from '@xyflow/react';
import { memo, use, useState } from 'react';
import { Markdown } from '#components/ui/markdown.tsx';
import { CanvasContext } from '../canvas-context.ts';
import { NoteSize } from './note-size.tsx';
import type { NoteNode } from './task-node.ts';

/** A note on the cloth, in Markdown. Double click or Enter edits it in place; its lower right corner changes its size. */
export const NoteBox = memo(function NoteBox({ id, data, selected, width, height }: NodeProps<NoteNode>) {
  const shared = use(CanvasContext);
  const [editing, setEditing] = useState(data.text === '');
  const [tried, setTried] = useState<readonly [number, number] | null>(null);
  const edit = shared?.editNote ?? null;
  const resize = shared?.sizeNote ?? null;
  const style = tried === null ? undefined : { width: tried[0], height: tried[1] };
  const note = id.slice('note:'.length);
  const first = data.text.split('\n')[0] ?? '';
  if (editing && edit !== null)
    return (
      <textarea
        className="cv-note nodrag nowheel nopan"
        aria-label="Text of the note"
        autoFocus
        defaultValue={data.text}
        onBlur={(event) => {
          setEditing(false);
          if (event.target.value !== data.text) edit(note, event.target.value);
        }}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey))) event.currentTarget.blur();
        }}
      />
    );
  return (
    <div
      className={selected ? 'cv-note nowheel' : 'cv-note'}
      style={style}
      role="note"
      aria-label={`Note: ${first === '' ? 'empty' : first}`}
      data-note={id}
      data-selected={selected || undefined}
      tabIndex={selected ? 0 : -1}
      onDoubleClick={() => setEditing(true)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && edit !== null) {
          event.stopPropagation();
          setEditing(true);
        }
      }}
    >
      <Markdown text={data.text} className="cv-note-text" />
      {selected && resize !== null ? (
        <NoteSize size={[width ?? 184, height ?? 52]} onTry={setTried} onSize={(size, by) => resize(note, size, by)} />
      ) : null}
    </div>
  );
});
