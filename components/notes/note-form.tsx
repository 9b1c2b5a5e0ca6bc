'use client';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { Textarea } from '#components/ui/textarea.tsx';

/** Writes or changes a note. Ctrl/Cmd+Enter saves. */
export function NoteForm(props: {
  text: string;
  word: string;
  busy: boolean;
  onSave: (text: string) => void;
  onCancel?: () => void;
}) {
  const [text, setText] = useState(props.text);
  const save = () => {
    if (text.trim() !== '') props.onSave(text.trim());
  };
  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Field label="Note" note="Markdown">
        <Textarea
          rows={3}
          maxLength={20_000}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
          }}
        />
      </Field>
      <div className="flex justify-end gap-2">
        {props.onCancel ? <Button onClick={props.onCancel}>Leave as it is</Button> : null}
        <Button type="submit" look="primary" busy={props.busy || text.trim() === ''}>
          {props.word}
        </Button>
      </div>
    </form>
  );
}
