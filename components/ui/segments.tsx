'use client';
import { ToggleGroup } from '@base-ui/react/toggle-group';
import { Toggle } from '@base-ui/react/toggle';
import type { ReactNode } from 'react';
import { cx } from './cx.ts';

export interface SegmentOption<T extends string> {
  value: T;
  label: ReactNode;
  /** Shown quietly behind the label. */
  count?: number;
}

/** One of two to five choices, all seen at once; above that use Select. */
export function Segments<T extends string>(props: {
  label: string;
  value: T;
  options: SegmentOption<T>[];
  onChange: (value: T) => void;
  full?: boolean;
  size?: 'sm' | 'md';
  className?: string;
}) {
  return (
    <ToggleGroup
      aria-label={props.label}
      value={[props.value]}
      onValueChange={(next) => {
        const value = next.find((v) => v !== props.value) as T | undefined;
        if (value !== undefined) props.onChange(value);
      }}
      className={cx(
        'inline-flex rounded-control border border-line-2 bg-sunken p-px',
        props.full && 'flex w-full',
        props.className,
      )}
    >
      {props.options.map((o) => (
        <Toggle
          key={o.value}
          value={o.value}
          className={cx(
            'inline-flex items-center justify-center gap-1.5 rounded-[5px] border border-transparent px-2.5 text-12 whitespace-nowrap text-ink-2 hover:text-ink data-pressed:border-line-2 data-pressed:bg-surface data-pressed:font-strong data-pressed:text-ink [&_svg]:size-3.5',
            props.size === 'sm' ? 'h-5 px-2' : 'h-6 max-sm:h-8',
            props.full && 'flex-1',
          )}
        >
          {o.label}
          {o.count ? <span className="num font-text text-ink-3">{o.count}</span> : null}
        </Toggle>
      ))}
    </ToggleGroup>
  );
}
