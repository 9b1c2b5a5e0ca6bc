import { Lock } from 'lucide-react';
import { useReadOnly } from './use-read-only.ts';

/** Says once why nothing here can be changed; nothing for who may. */
export function ReadOnlyLine() {
  const why = useReadOnly();
  if (why === null) return null;
  return (
    <p className="flex shrink-0 items-start gap-1.5 border-b border-line bg-sunken px-4 py-2 text-12 text-ink-2">
      <Lock className="mt-0.5 size-3.5 shrink-0 text-ink-3" strokeWidth={1.75} aria-hidden />
      <span>{why}</span>
    </p>
  );
}
