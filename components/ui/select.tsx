'use client';
import { Select as Base } from '@base-ui/react/select';
import { Check, ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from './cx.ts';

export interface SelectOption<T extends string> {
  value: T;
  label: string;
  /** Second half of the line, quiet. */
  note?: string;
  icon?: ReactNode;
}

/** One of many choices. Inside a Field the label comes from there; else give `label`. */
export function Select<T extends string>(props: {
  value: T | null;
  options: SelectOption<T>[];
  onChange: (value: T) => void;
  label?: string;
  placeholder?: string;
  size?: 'sm' | 'md' | 'lg';
  className?: string;
}) {
  const size = props.size ?? 'lg';
  return (
    <Base.Root
      value={props.value}
      items={props.options.map((o) => ({ value: o.value, label: o.label }))}
      onValueChange={(value) => {
        if (value !== null) props.onChange(value as T);
      }}
    >
      <Base.Trigger
        aria-label={props.label}
        className={cx(
          'flex w-full items-center justify-between gap-1.5 rounded-control border bg-surface px-2 text-left text-13 data-popup-open:border-accent',
          size === 'lg'
            ? 'h-8 border-control max-sm:h-11'
            : size === 'md'
              ? 'h-7 border-line-2 text-12'
              : 'h-6 rounded-chip border-line-2 text-12',
          props.className,
        )}
      >
        <Base.Value className="truncate data-placeholder:text-ink-3" placeholder={props.placeholder ?? 'Choose'} />
        <Base.Icon className="text-ink-3">
          <ChevronDown className="size-4" strokeWidth={1.75} />
        </Base.Icon>
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner sideOffset={4} alignItemWithTrigger={false} className="z-50">
          <Base.Popup className="pop scroll max-h-[min(var(--available-height),360px)] min-w-[var(--anchor-width)] p-1">
            {props.options.map((o) => (
              <Base.Item
                key={o.value}
                value={o.value}
                className="flex min-h-7 items-center gap-2 rounded-chip px-2 text-13 outline-0 data-highlighted:bg-hover max-sm:min-h-11 [&_svg]:size-3.5"
              >
                <span className="w-3.5 shrink-0 text-accent-text">
                  <Base.ItemIndicator>
                    <Check strokeWidth={2} />
                  </Base.ItemIndicator>
                </span>
                {o.icon}
                <Base.ItemText className="whitespace-nowrap">{o.label}</Base.ItemText>
                {o.note ? <span className="ml-auto pl-4 text-12 text-ink-3">{o.note}</span> : null}
              </Base.Item>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
