'use client';
import { Button as BaseButton } from '@base-ui/react/button';
import type { ComponentProps, ReactNode } from 'react';
import { cx } from './cx.ts';
import { Tooltip } from './tooltip.tsx';

export interface IconButtonProps extends Omit<ComponentProps<typeof BaseButton>, 'className' | 'disabled' | 'children'> {
  /** Its name for everybody: shown on hover, read aloud. */
  label: string;
  /** Key shown beside the name, such as `Ctrl K`. */
  keys?: string;
  icon: ReactNode;
  size?: 'sm' | 'md';
  pressed?: boolean;
  className?: string;
}

/** A square button of one 16-px icon; its label is shown on hover and focus. */
export function IconButton({ label, keys, icon, size = 'md', pressed, className, ...rest }: IconButtonProps) {
  return (
    <Tooltip label={label} keys={keys}>
      <BaseButton
        {...rest}
        aria-label={label}
        aria-pressed={pressed}
        className={cx(
          'inline-grid shrink-0 place-items-center rounded-chip border border-transparent text-ink-2 hover:bg-hover hover:text-ink data-popup-open:bg-active data-popup-open:text-ink [&_svg]:size-4',
          size === 'sm' ? 'size-6' : 'size-7',
          pressed && 'bg-active text-ink',
          className,
        )}
      >
        {icon}
      </BaseButton>
    </Tooltip>
  );
}
