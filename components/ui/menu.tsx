'use client';
import { Menu as Base } from '@base-ui/react/menu';
import type { ReactElement, ReactNode } from 'react';

/** A menu that opens from `trigger` (a Button or IconButton); its children are MenuItem, MenuLink, MenuChoice, MenuLabel, MenuLine. */
export function Menu(props: {
  trigger: ReactElement<Record<string, unknown>>;
  children: ReactNode;
  align?: 'start' | 'center' | 'end';
  side?: 'top' | 'bottom' | 'left' | 'right';
  onOpenChange?: (open: boolean) => void;
}) {
  return (
    <Base.Root onOpenChange={(open) => props.onOpenChange?.(open)}>
      <Base.Trigger render={props.trigger} onClick={(event) => event.stopPropagation()} />
      <Base.Portal>
        <Base.Positioner side={props.side ?? 'bottom'} align={props.align ?? 'end'} sideOffset={4} className="z-50">
          <Base.Popup
            className="pop scroll max-h-[var(--available-height)] min-w-44 p-1"
            onClick={(event) => event.stopPropagation()}
          >
            {props.children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
