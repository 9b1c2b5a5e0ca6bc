import { toast } from '#components/ui/toast.ts';
import { keyWords } from '#components/ui/key-words.ts';
import type { DesignActs } from './design-acts.ts';

/** Pastes a text and says so when it cannot be. */
export function pasteText(acts: DesignActs, text: string): void {
  const refusal = acts.paste(text);
  if (refusal !== null) toast({ title: 'Nothing was pasted.', body: `${refusal.message} (${refusal.refused})`, level: 'error' });
}

/** Pastes from a menu, where the browser sends no paste event. */
export async function pasteFromClipboard(acts: DesignActs): Promise<void> {
  let text: string;
  try {
    text = await navigator.clipboard.readText();
  } catch {
    toast({ title: keyWords('This browser does not let a menu paste. Press Ctrl V instead.'), level: 'error' });
    return;
  }
  if (text === '') toast({ title: 'The clipboard is empty.' });
  else pasteText(acts, text);
}
