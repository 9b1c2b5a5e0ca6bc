import { useEffect } from 'react';
import type { Workflow } from '#domain/definition/schema/workflow.ts';
import { toast } from '#components/ui/toast.ts';
import { copyText } from './copy-text.ts';
import { elsewhere } from './use-clipboard.ts';

/** Copy on a drawing that is only looked at: what is chosen on it, as JSON that a draft takes by paste. */
export function useCopyFrom(workflow: Workflow | null, chosen: string | null): void {
  useEffect(() => {
    if (workflow === null || chosen === null) return;
    const copy = (event: ClipboardEvent): void => {
      if (elsewhere() || (getSelection()?.toString() ?? '') !== '' || event.clipboardData === null) return;
      const text = copyText(workflow, [chosen]);
      if (text === null) return;
      event.clipboardData.setData('text/plain', text);
      event.preventDefault();
      toast({ title: 'Copied. Paste it into a draft.' });
    };
    document.addEventListener('copy', copy);
    return () => document.removeEventListener('copy', copy);
  }, [workflow, chosen]);
}
