import type { ReactNode } from 'react';
import { useReadOnly } from './use-read-only.ts';

/** Fields of the inspector; whoever may only look cannot type in them. */
export function ReadOnlyFields({ children }: { children: ReactNode }) {
  const readOnly = useReadOnly();
  if (readOnly === null) return children;
  return (
    <fieldset disabled className="contents">
      {children}
    </fieldset>
  );
}
