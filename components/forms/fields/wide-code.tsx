import { Maximize2 } from 'lucide-react';
import { useState } from 'react';
import { Dialog } from '#components/ui/dialog.tsx';
import { CodeEditor, type CodeEditorProps } from '../code/code-editor.tsx';

/** Opens the text of a code field as wide as the window, for what is too long for the inspector. It is the same text: nothing has to be saved. */
export function WideCode({ title, editor }: { title: string; editor: CodeEditorProps }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        aria-label={`${title} in a wide editor`}
        title="Wide editor"
        onClick={() => setOpen(true)}
        className="grid size-4 place-items-center rounded-mark text-ink-3 hover:bg-hover hover:text-ink max-sm:hidden"
      >
        <Maximize2 className="size-3" strokeWidth={1.75} aria-hidden />
      </button>
      {open ? (
        <Dialog open onOpenChange={setOpen} title={title} width={1120} className="top-[7vh]! max-h-[86vh]!">
          <CodeEditor {...editor} label={`${title}, wide`} minLines={28} />
        </Dialog>
      ) : null}
    </>
  );
}
