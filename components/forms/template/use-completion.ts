import { useId, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import type { CompletionScope } from '../form-context.ts';
import { completeTemplate } from './complete-template.ts';
import { insertOption } from './insert-option.ts';
import { narrowOptions } from './narrow-options.ts';
import type { TemplateOption } from './template-option.ts';

export type TextElement = HTMLInputElement | HTMLTextAreaElement;

/** Completion of templates in a plain text field: what is open, and what the field has to listen to. */
export interface Completion {
  ref: RefObject<TextElement | null>;
  listId: string;
  options: readonly TemplateOption[];
  active: number;
  isOpen: boolean;
  /** After every change of the text by the person. */
  typed(): void;
  /** True: the key was for the list. */
  keyDown(event: KeyboardEvent<TextElement>): boolean;
  /** Opens the list at the caret, also outside of braces. */
  ask(): void;
  close(): void;
  pick(option: TemplateOption): void;
  point(index: number): void;
}

/** Offers what is in scope while a template is typed, and on Ctrl Space anywhere. `onText` takes the new text of the whole field. */
export function useCompletion(scope: CompletionScope, enabled: boolean, onText: (text: string) => void): Completion {
  const ref = useRef<TextElement>(null);
  const listId = useId();
  const [open, setOpen] = useState<{ options: readonly TemplateOption[]; active: number } | null>(null);
  const caret = (): number => ref.current?.selectionStart ?? ref.current?.value.length ?? 0;
  const look = (explicit: boolean): void => {
    const field = ref.current;
    if (field === null || !enabled) return;
    const found = completeTemplate(field.value, caret(), scope, { explicit });
    const options = found === null ? [] : narrowOptions(found.options, found.word);
    setOpen(options.length === 0 ? null : { options, active: 0 });
  };
  const pick = (option: TemplateOption): void => {
    const field = ref.current;
    if (field === null) return;
    const done = insertOption(field.value, caret(), option);
    // The field is controlled: the caret can be set only once the text stands in it.
    flushSync(() => {
      setOpen(null);
      onText(done.text);
    });
    field.focus();
    field.setSelectionRange(done.caret, done.caret);
  };
  const move = (by: number): void => {
    if (open !== null) setOpen({ ...open, active: (open.active + by + open.options.length) % open.options.length });
  };
  return {
    ref,
    listId,
    options: open?.options ?? [],
    active: open?.active ?? 0,
    isOpen: open !== null,
    typed: () => look(false),
    ask() {
      ref.current?.focus();
      look(true);
    },
    close: () => setOpen(null),
    pick,
    point: (active) => setOpen((now) => (now === null ? null : { ...now, active })),
    keyDown(event) {
      if ((event.ctrlKey || event.metaKey) && event.code === 'Space') {
        look(true);
        event.preventDefault();
        return true;
      }
      if (open === null) return false;
      const chosen = open.options[open.active];
      if (event.key === 'ArrowDown') move(1);
      else if (event.key === 'ArrowUp') move(-1);
      else if ((event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey && chosen !== undefined) pick(chosen);
      else if (event.key === 'Escape') setOpen(null);
      else {
        // The caret leaves the name that is being completed.
        if (event.key === 'ArrowLeft' || event.key === 'ArrowRight' || event.key === 'Home' || event.key === 'End') setOpen(null);
        return false;
      }
      event.preventDefault();
      event.stopPropagation();
      return true;
    },
  };
}
