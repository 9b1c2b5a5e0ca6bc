'use client';
import { Tooltip as Base } from '@base-ui/react/tooltip';
import type { ReactElement, ReactNode } from 'react';
import { Kbd } from './kbd.tsx';

/** Names what is under the pointer or the focus. Never the only place of a reason: say that where the status is shown. */
export function Tooltip(props: {
  label: ReactNode;
  keys?: string;
  side?: 'top' | 'bottom' | 'left' | 'right';
  children: ReactElement<Record<string, unknown>>;
}) {
  return (
    <Base.Root>
      <Base.Trigger render={props.children} delay={400} />
      <Base.Portal>
        <Base.Positioner side={props.side ?? 'bottom'} sideOffset={6} className="z-[60]">
          <Base.Popup className="pop flex max-w-80 items-center gap-2 px-2 py-1 text-12 text-ink">
            {props.label}
            {props.keys ? <Kbd>{props.keys}</Kbd> : null}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
