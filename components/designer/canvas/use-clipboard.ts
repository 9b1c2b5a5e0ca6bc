import { useEffect } from 'react';
import type { DesignerStore } from '../store/designer-store.ts';
import { copyText } from './copy-text.ts';
import type { DesignActs } from './design-acts.ts';
import { pasteText } from './paste-text.ts';

/** Whether a form or a dialog has the keyboard: copy and paste are its own. */
export const elsewhere = (): boolean => {
  const at = document.activeElement;
  return (
    at instanceof HTMLElement &&
    (at.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName) || at.closest('[role=dialog]') !== null)
  );
};

/** Copy, cut and paste through the system's clipboard, as JSON: also to other workflows and to a text editor. */
export function useClipboard(store: DesignerStore, acts: DesignActs): void {
  useEffect(() => {
    const copy = (event: ClipboardEvent): void => {
      if (elsewhere() || (getSelection()?.toString() ?? '') !== '') return;
      const { workflow, selection, say } = store.getState();
      const text = copyText(workflow, selection);
      if (text === null || event.clipboardData === null) return;
      event.clipboardData.setData('text/plain', text);
      event.preventDefault();
      say('Copied.');
      if (event.type === 'cut') acts.remove();
    };
    const paste = (event: ClipboardEvent): void => {
      if (elsewhere()) return;
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (text === '') return;
      event.preventDefault();
      pasteText(acts, text);
    };
    document.addEventListener('copy', copy);
    document.addEventListener('cut', copy);
    document.addEventListener('paste', paste);
    return () => {
      document.removeEventListener('copy', copy);
      document.removeEventListener('cut', copy);
      document.removeEventListener('paste', paste);
    };
  }, [store, acts]);
}
