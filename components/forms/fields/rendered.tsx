import { use } from 'react';
import { FormContext } from '../form-context.ts';

/** `= value` under a template: what it was in the last run, when that is known. */
export function Rendered({ text }: { text: string }) {
  const shared = use(FormContext);
  const value = shared?.preview?.(text) ?? null;
  if (value === null) return null;
  return (
    <p className="mt-1 flex gap-1.5 text-12 text-ink-3">
      <b className="text-accent-text">=</b> <code className="truncate font-mono text-11">{value}</code>
    </p>
  );
}
