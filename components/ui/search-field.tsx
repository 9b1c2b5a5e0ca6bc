'use client';
import { Search } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { cx } from './cx.ts';
import { Kbd } from './kbd.tsx';

export interface SearchFieldProps extends Omit<ComponentProps<'input'>, 'className' | 'onChange' | 'value'> {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** Key that focuses it, shown while it is empty. */
  keys?: string;
  after?: ReactNode;
  className?: string;
}

/** Search box of 28 px. Escape empties it, then leaves it. */
export function SearchField({ label, value, onChange, keys, after, className, onKeyDown, ...rest }: SearchFieldProps) {
  return (
    <label
      className={cx(
        'flex h-7 items-center gap-1.5 rounded-control border border-line-2 bg-surface px-2 focus-within:border-accent focus-within:outline focus-within:outline-accent max-sm:h-9',
        className,
      )}
    >
      <Search className="size-3.5 shrink-0 text-ink-3" strokeWidth={1.75} aria-hidden />
      <input
        type="search"
        aria-label={label}
        placeholder={label}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          onKeyDown?.(event);
          if (event.key !== 'Escape' || event.defaultPrevented) return;
          event.stopPropagation();
          if (value) onChange('');
          else event.currentTarget.blur();
        }}
        {...rest}
        className="min-w-0 flex-1 border-0 bg-transparent p-0 text-13 text-ink outline-0"
      />
      {after}
      {keys && !value ? <Kbd>{keys}</Kbd> : null}
    </label>
  );
}
