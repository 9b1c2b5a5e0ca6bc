import type { ComponentProps } from 'react';
import { cx } from './cx.ts';

/** A key or a chord as printed on the board: `Ctrl K`. */
export function Kbd({ children, className, ...rest }: ComponentProps<'kbd'>) {
  return (
    <kbd
      {...rest}
      className={cx(
        'rounded-mark border border-line bg-sunken px-1 font-mono text-[10.5px] leading-4 whitespace-nowrap text-ink-3',
        className,
      )}
    >
      {children}
    </kbd>
  );
}
