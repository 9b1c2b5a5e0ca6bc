import { ClockAlert } from 'lucide-react';
import { use } from 'react';
import { FormContext } from '../form-context.ts';

/** `= value, run 12` under a template: what it was with the values that are known. Text of several lines is unfolded on wish. */
export function Rendered({ text }: { text: string }) {
  const shared = use(FormContext);
  const known = shared?.preview?.(text) ?? null;
  if (known === null) return null;
  if (text.trimEnd().includes('\n'))
    return (
      <details className="mt-1 text-12 text-ink-3">
        <summary className="cursor-default hover:text-ink">
          <b className="text-accent-text">=</b> with its values{known.from === '' ? '' : `, ${known.from}`}
          {known.stale ? ', before your last change' : ''}
        </summary>
        <pre className="scroll mt-1 max-h-48 rounded-control bg-sunken p-2 font-mono text-11 whitespace-pre-wrap text-ink-2">
          {known.value}
        </pre>
      </details>
    );
  return (
    <p className="mt-1 flex gap-1.5 text-12 text-ink-3">
      <b className="text-accent-text">=</b> <code className="min-w-0 truncate font-mono text-11">{known.value}</code>
      {known.from === '' ? null : (
        <span className="ml-auto inline-flex shrink-0 items-center gap-1">
          {known.stale ? <ClockAlert className="size-3" strokeWidth={1.75} aria-hidden /> : null}
          {known.from}
          {known.stale ? ', before your last change' : ''}
        </span>
      )}
    </p>
  );
}
