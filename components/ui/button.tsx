'use client';
import { Button as BaseButton } from '@base-ui/react/button';
import { cva } from 'class-variance-authority';
import type { ComponentProps, ReactNode } from 'react';
import { cx } from './cx.ts';

const button = cva(
  'inline-flex shrink-0 items-center justify-center gap-1.5 border text-12 font-strong whitespace-nowrap select-none transition-colors duration-[80ms] [&_svg]:size-3.5 [&_svg]:shrink-0 aria-disabled:cursor-default',
  {
    variants: {
      look: {
        plain: 'border-line-2 bg-surface text-ink hover:bg-hover active:bg-active [&_svg]:text-ink-2',
        primary: 'border-accent bg-accent text-accent-ink hover:border-accent-hover hover:bg-accent-hover',
        quiet: 'border-transparent bg-transparent font-text text-ink-2 hover:bg-hover hover:text-ink',
        danger: 'border-line-2 bg-surface text-st-failed-text hover:bg-st-failed-soft',
      },
      size: { sm: 'h-6 rounded-chip px-2', md: 'h-7 rounded-control px-2.5', lg: 'h-8 rounded-control px-3' },
    },
    defaultVariants: { look: 'plain', size: 'md' },
  },
);

export interface ButtonProps extends Omit<ComponentProps<typeof BaseButton>, 'className' | 'disabled'> {
  look?: 'plain' | 'primary' | 'quiet' | 'danger';
  size?: 'sm' | 'md' | 'lg';
  icon?: ReactNode;
  /** Work is under way: it stays focusable and is pressed in vain. */
  busy?: boolean;
  className?: string;
}

/** A button that says what it does. Nothing is greyed out in silence: keep it pressable and answer with the reason. */
export function Button({ look, size, icon, busy, className, children, onClick, ...rest }: ButtonProps) {
  return (
    <BaseButton
      {...rest}
      aria-disabled={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      className={cx(button({ look, size }), className)}
    >
      {icon}
      {children}
    </BaseButton>
  );
}
