'use client';
import { Tabs as Base } from '@base-ui/react/tabs';
import { useRef, type DragEvent, type ReactNode } from 'react';
import { cx } from './cx.ts';

/** How long something is held over a tab before it opens, ms: long enough to pass over it. */
const opensAfterMs = 300;

export interface TabItem<T extends string> {
  value: T;
  label: ReactNode;
  count?: number;
  /** What the tab shows; made only while it is chosen, unless it is kept. */
  panel?: ReactNode;
  /** It stays, unseen, while another tab is chosen: what is dragged out of it, or filled in from another one, must be there. */
  keep?: boolean;
  /** What is on its way wants this tab: it is marked. */
  wanted?: boolean;
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
  /** Whether what is dragged over a tab opens it after a moment, so that it can be let go inside. */
  opensFor?: (data: DataTransfer) => boolean;
}) {
  const dragged = useRef<{ value: T; timer: ReturnType<typeof setTimeout> } | null>(null);
  const leave = (): void => {
    clearTimeout(dragged.current?.timer);
    dragged.current = null;
  };
  const over = (value: T) => (event: DragEvent) => {
    if (props.opensFor?.(event.dataTransfer) !== true || dragged.current?.value === value) return;
    leave();
    dragged.current = { value, timer: setTimeout(() => props.onChange(value), opensAfterMs) };
  };
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
              {...(props.opensFor === undefined ? {} : { onDragOver: over(item.value), onDragLeave: leave, onDrop: leave })}
              className="relative flex items-center gap-1 px-2.5 text-12 whitespace-nowrap text-ink-2 after:absolute after:inset-x-2.5 after:-bottom-px after:h-0.5 hover:text-ink focus-visible:-outline-offset-2 data-active:font-strong data-active:text-ink data-active:after:bg-accent data-wanted:rounded-chip data-wanted:text-accent-text data-wanted:outline data-wanted:-outline-offset-4 data-wanted:outline-accent data-wanted:outline-dashed"
              data-wanted={item.wanted === true ? true : undefined}
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
            data-tab={item.value}
            keepMounted={item.keep === true}
            className={cx('flex min-h-0 flex-1 flex-col outline-offset-[-2px] [&[hidden]]:hidden', props.panelClassName)}
          >
            {item.panel}
          </Base.Panel>
        ),
      )}
    </Base.Root>
  );
}
