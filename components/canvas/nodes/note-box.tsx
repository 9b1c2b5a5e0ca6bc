import type { NodeProps } from '@xyflow/react';
import { memo, use, useState } from 'react';
import { CanvasContext } from '../canvas-context.ts';
import type { NoteNode } from './task-node.ts';

/** A note on the cloth: paragraphs, `**strong**`, `- lists` and links. Double click or Enter edits it in place. */
export const NoteBox = memo(function NoteBox({ id, data, selected }: NodeProps<NoteNode>) {
  const shared = use(CanvasContext);
  const [editing, setEditing] = useState(data.text === '');
  const edit = shared?.editNote ?? null;
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
          if (event.target.value !== data.text) edit(id, event.target.value);
        }}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey))) event.currentTarget.blur();
        }}
      />
    );
  return (
    <div
      className="cv-note"
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
      {data.text.split('\n').map((line, i) => (
        <p key={i} className={/^#+ /.test(line) ? 'head' : undefined}>
          {inline(line.replace(/^#+ /, '').replace(/^[-*] /, '• '))}
        </p>
      ))}
    </div>
  );
});

/** The few marks a note knows. Anything else stays text; nothing becomes HTML. */
function inline(line: string): React.ReactNode[] {
  return line.split(/(\*\*[^*]+\*\*|\[[^\]]+\]\(https?:\/\/[^)\s]+\))/).map((part, i) => {
    const strong = /^\*\*([^*]+)\*\*$/.exec(part);
    if (strong) return <b key={i}>{strong[1]}</b>;
    const link = /^\[([^\]]+)\]\((https?:\/\/[^)\s]+)\)$/.exec(part);
    if (link)
      return (
        <a key={i} className="link nodrag" href={link[2]} target="_blank" rel="noreferrer noopener">
          {link[1]}
        </a>
      );
    return part;
  });
}
