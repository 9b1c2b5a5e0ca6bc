import { toast } from '#components/ui/toast.ts';

/** Puts a text on the clipboard and says so. */
export async function copyText(text: string, said: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    toast({ title: said });
  } catch {
    toast({ level: 'error', title: 'It was not copied.', body: 'The browser does not allow it on this page.' });
  }
}
