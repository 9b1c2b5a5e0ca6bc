import type { ReactNode } from 'react';
import { cx } from './cx.ts';

/** A small word in a frame: a tag, a kind, `×24`. */
export function Badge({ children, tone, className }: { children: ReactNode; tone?: 'plain' | 'accent'; className?: string }) {
  return (
    <span
      className={cx(
        'inline-flex items-center gap-1 rounded-mark border border-line px-1 text-11 whitespace-nowrap text-ink-3',
        tone === 'accent' && 'border-accent-line bg-accent-soft text-accent-text',
        className,
      )}
    >
      {children}
    </span>
  );
}
