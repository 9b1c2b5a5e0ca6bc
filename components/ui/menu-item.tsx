'use client';
import { Menu as Base } from '@base-ui/react/menu';
import type { ReactElement, ReactNode } from 'react';
import { cx } from './cx.ts';
import { Kbd } from './kbd.tsx';

/** A line of a Menu. With `href` it is a link: give `link`, such as `<Link href="…" />`. */
export function MenuItem(props: {
  children: ReactNode;
  icon?: ReactNode;
  keys?: string;
  /** Second line: what it will do, or why it does nothing now. */
  note?: ReactNode;
  danger?: boolean;
  link?: ReactElement<Record<string, unknown>>;
  onSelect?: () => void;
}) {
  return (
    <Base.Item
      render={props.link}
      nativeButton={false}
      onClick={() => props.onSelect?.()}
      className={cx(
        'flex min-h-7 items-center gap-2 rounded-chip px-2 py-1 text-13 outline-0 select-none data-highlighted:bg-hover max-sm:min-h-11 [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-ink-2',
        props.danger && 'text-st-failed-text [&_svg]:text-st-failed-text',
      )}
    >
      {props.icon}
      <span className="min-w-0 flex-1">
        <span className="block whitespace-nowrap">{props.children}</span>
        {props.note ? <span className="block max-w-64 text-12 text-ink-3">{props.note}</span> : null}
      </span>
      {props.keys ? <Kbd className="ml-4">{props.keys}</Kbd> : null}
    </Base.Item>
  );
}
