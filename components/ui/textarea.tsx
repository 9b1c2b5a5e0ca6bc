'use client';
import { Field as Base } from '@base-ui/react/field';
import type { ComponentProps } from 'react';
import { cx } from './cx.ts';

export interface TextareaProps extends Omit<ComponentProps<'textarea'>, 'className'> {
  className?: string;
  mono?: boolean;
}

/** Text of several lines; inside a Field it gets its label and error by itself. */
export function Textarea({ className, mono, rows = 3, ...rest }: TextareaProps) {
  return (
    <Base.Control
      render={<textarea rows={rows} {...rest} />}
      className={cx(
        'block w-full rounded-control border border-control bg-surface px-2 py-1.5 text-13 focus:border-accent focus:outline focus:outline-accent data-invalid:border-st-failed',
        mono && 'font-mono text-12 leading-[18px]',
        className,
      )}
    />
  );
}
