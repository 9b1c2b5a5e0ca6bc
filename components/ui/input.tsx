'use client';
import { Input as Base } from '@base-ui/react/input';
import type { ComponentProps, ReactNode } from 'react';
import { cx } from './cx.ts';

export interface InputProps extends Omit<ComponentProps<typeof Base>, 'className' | 'prefix'> {
  className?: string;
  /** Shown inside at the left or right: an icon, a unit. */
  before?: ReactNode;
  after?: ReactNode;
  mono?: boolean;
}

/** One line of text, 32 px high; inside a Field it gets its label and error by itself. */
export function Input({ className, before, after, mono, ...rest }: InputProps) {
  return (
    <span
      className={cx(
        'flex h-8 w-full items-center gap-1.5 rounded-control border border-control bg-surface px-2 focus-within:border-accent focus-within:outline focus-within:outline-accent has-[[data-invalid]]:border-st-failed max-sm:h-11 [&>svg]:size-4 [&>svg]:shrink-0 [&>svg]:text-ink-3',
        className,
      )}
    >
      {before}
      <Base
        {...rest}
        className={cx(
          'w-full min-w-0 flex-1 border-0 bg-transparent p-0 text-13 text-ink outline-0 max-sm:text-16',
          mono && 'font-mono text-12',
        )}
      />
      {after ? <span className="shrink-0 text-12 text-ink-3">{after}</span> : null}
    </span>
  );
}
