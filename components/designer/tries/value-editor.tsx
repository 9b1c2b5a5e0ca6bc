import { useState } from 'react';
import { parseJson } from '#domain/definition/json/parse-json.ts';
import type { Json } from '#domain/definition/schema/json.ts';
import { CodeEditor } from '#components/forms/code/code-editor.tsx';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { formatBytes } from '#components/ui/format-bytes.ts';
import { ProblemGlyph } from '#components/ui/problem-glyph.tsx';

/** An output may have as much; the server refuses more. */
const mostBytes = 256 * 1024;

/** A value typed or pasted as JSON. What is not JSON stays as typed and says where it breaks; nothing is taken before it is. */
export function ValueEditor(props: {
  title: string;
  description: string;
  value: Json | undefined;
  done: string;
  onDone: (value: Json) => void;
  onClose: () => void;
}) {
  const [text, setText] = useState(() => (props.value === undefined ? '' : JSON.stringify(props.value, null, 2)));
  const [told, setTold] = useState(false);
  const read = parse(text);
  const bytes = new TextEncoder().encode(read.ok ? JSON.stringify(read.value) : text).length;
  const fault = !read.ok
    ? read.fault
    : bytes > mostBytes
      ? `This has ${formatBytes(bytes)}, ${formatBytes(mostBytes)} is the most. Keep a part of it.`
      : null;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onClose()}
      title={props.title}
      description={props.description}
      width={560}
      footer={
        <Button
          look="primary"
          onClick={() => {
            if (read.ok && fault === null) props.onDone(read.value);
            else setTold(true);
          }}
        >
          {props.done}
        </Button>
      }
    >
      <CodeEditor
        value={text}
        language="json"
        label="Value"
        numbers
        minLines={10}
        invalid={told && fault !== null}
        placeholder='{"rows": 3}'
        onChange={setText}
      />
      <p className="mt-1 flex min-h-4 items-start gap-1.5 text-12 text-ink-3" role="status">
        {told && fault !== null ? (
          <>
            <ProblemGlyph level="error" size={12} className="mt-0.5" />
            <span className="text-st-failed-text">{fault}</span>
          </>
        ) : (
          <span className="num">{formatBytes(bytes)}</span>
        )}
      </p>
    </Dialog>
  );
}

function parse(text: string): { ok: true; value: Json } | { ok: false; fault: string } {
  if (text.trim() === '') return { ok: false, fault: 'Nothing is typed. Write JSON, such as 3, "text" or {"rows": 3}.' };
  const read = parseJson(text, 64);
  return read.ok ? read : { ok: false, fault: `This is not JSON. ${read.fault.message}` };
}
