'use client';
import { Tabs as Base } from '@base-ui/react/tabs';
import type { ReactNode } from 'react';
import { cx } from './cx.ts';

export interface TabItem<T extends string> {
  value: T;
  label: ReactNode;
  count?: number;
  /** What the tab shows; made only while it is chosen. */
  panel?: ReactNode;
}

/** A row of tabs with their panels. The line under the chosen one is the accent. */
export function Tabs<T extends string>(props: {
  label: string;
  value: T;
  items: TabItem<T>[];
  onChange: (value: T) => void;
  /** Row height in px. */
  height?: 32 | 40;
  className?: string;
  listClassName?: string;
  panelClassName?: string;
  after?: ReactNode;
}) {
  return (
    <Base.Root
      value={props.value}
      onValueChange={(value) => props.onChange(value as T)}
      className={cx('flex min-h-0 flex-col', props.className)}
    >
      <div
        className={cx(
          'scroll flex shrink-0 items-stretch border-b border-line px-1.5 [scrollbar-width:none]',
          props.listClassName,
        )}
        style={{ height: props.height ?? 32 }}
      >
        <Base.List aria-label={props.label} activateOnFocus className="flex">
          {props.items.map((item) => (
            <Base.Tab
              key={item.value}
              value={item.value}
              className="relative flex items-center gap-1 px-2.5 text-12 whitespace-nowrap text-ink-2 after:absolute after:inset-x-2.5 after:-bottom-px after:h-0.5 hover:text-ink focus-visible:-outline-offset-2 data-active:font-strong data-active:text-ink data-active:after:bg-accent"
            >
              {item.label}
              {item.count ? <span className="num font-text text-ink-3">{item.count.toLocaleString('en')}</span> : null}
            </Base.Tab>
          ))}
        </Base.List>
        {props.after}
      </div>
      {props.items.map((item) =>
        item.panel === undefined ? null : (
          <Base.Panel
            key={item.value}
            value={item.value}
            className={cx('flex min-h-0 flex-1 flex-col outline-offset-[-2px]', props.panelClassName)}
          >
            {item.panel}
          </Base.Panel>
        ),
      )}
    </Base.Root>
  );
}
