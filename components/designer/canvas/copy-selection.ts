import { toast } from '#components/ui/toast.ts';
import type { DesignerStore } from '../store/designer-store.ts';
import { copyText } from './copy-text.ts';

/** Copies the selection from a menu, where the browser sends no copy event. */
export async function copySelection(store: DesignerStore): Promise<void> {
  const { workflow, selection, say } = store.getState();
  const text = copyText(workflow, selection);
  if (text === null) return;
  try {
    await navigator.clipboard.writeText(text);
    say('Copied.');
  } catch {
    toast({ title: 'This browser does not let a menu copy. Press Ctrl C instead.', level: 'error' });
  }
}
