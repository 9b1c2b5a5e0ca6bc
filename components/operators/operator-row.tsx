'use client';
import { ChevronRight } from 'lucide-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { OperatorIcon } from '#components/canvas/nodes/operator-icon.tsx';
import { cx } from '#components/ui/cx.ts';
import { operatorColumns } from './operator-columns.ts';

/** One operator: a line that opens to what it takes. The one that the address names is brought into view. */
export function OperatorRow(props: {
  title: string;
  name: string;
  icon: string;
  /** Second column from the right: what it does, or what is wrong. */
  about: ReactNode;
  state: ReactNode;
  open: boolean;
  onOpen: (open: boolean) => void;
  children: ReactNode;
}) {
  const row = useRef<HTMLDivElement>(null);
  const first = useRef(props.open);
  useEffect(() => {
    if (first.current) row.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <div ref={row} className="border-b border-line">
      <button
        type="button"
        aria-expanded={props.open}
        onClick={() => props.onOpen(!props.open)}
        className={cx(operatorColumns, 'min-h-9 w-full py-1 text-left hover:bg-hover max-sm:px-4 max-sm:py-2')}
      >
        <span className="flex min-w-0 items-center gap-2 pl-6 max-xl:pl-4 max-sm:pl-0 [&_svg]:shrink-0 [&_svg]:text-ink-2">
          <ChevronRight className={cx('size-3.5', props.open && 'rotate-90')} strokeWidth={1.75} aria-hidden />
          <OperatorIcon name={props.icon} />
          <span className="truncate font-strong">{props.title}</span>
        </span>
        <span className="truncate px-2 font-mono text-11 text-ink-2 max-sm:px-0">{props.name}</span>
        <span className="min-w-0 truncate px-2 text-12 text-ink-2 max-sm:col-span-2 max-sm:px-0 max-sm:pl-8 max-sm:whitespace-normal">
          {props.about}
        </span>
        <span className="truncate px-2 text-12 text-ink-3 max-lg:hidden">{props.state}</span>
      </button>
      {props.open ? <div className="pr-6 pb-4 pl-[68px] max-xl:pl-[60px] max-sm:px-4">{props.children}</div> : null}
    </div>
  );
}
