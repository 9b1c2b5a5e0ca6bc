import type { ComponentProps, ReactNode } from 'react';
import { cx } from '#components/ui/cx.ts';

/** One line of text tied to a Frame. */
export function TextInput({
  className,
  mono,
  template,
  after,
  tool,
  ...rest
}: ComponentProps<'input'> & { mono?: boolean; template?: boolean; after?: string; tool?: ReactNode }) {
  return (
    <span
      className={cx(
        'group flex h-8 w-full items-center gap-1.5 rounded-control border border-control bg-surface px-2 focus-within:border-accent focus-within:outline focus-within:outline-accent has-[[aria-invalid=true]]:border-st-failed max-sm:h-11',
        template && 'bg-accent-soft',
        className,
      )}
    >
      {template ? <b className="text-accent-text">=</b> : null}
      <input
        {...rest}
        className={cx(
          'w-full min-w-0 flex-1 bg-transparent text-13 text-ink outline-0 max-sm:text-16',
          (mono || template) && 'font-mono text-12',
        )}
      />
      {after ? <span className="shrink-0 text-12 text-ink-3">{after}</span> : null}
      {tool}
    </span>
  );
}
