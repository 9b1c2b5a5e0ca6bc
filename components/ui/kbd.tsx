'use client';
import type { ComponentProps } from 'react';
import { cx } from './cx.ts';
import { keyWords } from './key-words.ts';
import { useIsMac } from './use-is-mac.ts';

/** A key or a chord as printed on the board: `Ctrl K`; on a Mac it is drawn as `⌘K`. */
export function Kbd({ children, className, ...rest }: ComponentProps<'kbd'> & { children: string }) {
  const mac = useIsMac();
  return (
    <kbd
      {...rest}
      className={cx(
        'rounded-mark border border-line bg-sunken px-1 font-mono text-[10.5px] leading-4 whitespace-nowrap text-ink-3',
        className,
      )}
    >
      {keyWords(children, mac)}
    </kbd>
  );
}
