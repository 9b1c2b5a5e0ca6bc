import { toast } from '#components/ui/toast.ts';
import { keyWords } from '#components/ui/key-words.ts';
import type { DesignerStore } from '../store/designer-store.ts';
import { copyText } from './copy-text.ts';

/** Copies the selection from a menu, where the browser sends no copy event; false when the browser does not let it. */
export async function copySelection(store: DesignerStore): Promise<boolean> {
  const { workflow, selection, say } = store.getState();
  const text = copyText(workflow, selection);
  if (text === null) {
    toast({ title: 'Select the tasks or notes to copy.' });
    return false;
  }
  try {
    await navigator.clipboard.writeText(text);
    say('Copied.');
    return true;
  } catch {
    toast({ title: keyWords('This browser does not let a menu copy. Press Ctrl C instead.'), level: 'error' });
    return false;
  }
}
