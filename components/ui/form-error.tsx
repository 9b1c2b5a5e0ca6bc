import type { ReactNode } from 'react';

// A dialog that scrolls may have its foot over it.
const show = (line: HTMLElement | null): void => line?.scrollIntoView({ block: 'nearest' });

/** What is wrong with a form as a whole: read out, and brought into view when it comes. */
export function FormError({ children }: { children: ReactNode }) {
  return (
    <p role="alert" ref={show} className="scroll-mb-4 text-12 text-st-failed-text">
      {children}
    </p>
  );
}
