'use client';
import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { useRef, type ReactElement, type ReactNode } from 'react';
import { cx } from './cx.ts';

/** A question that has to be answered before going on. What can be undone needs no dialog. Focus goes to its first field, and returns to where it was. */
export function Dialog(props: {
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  trigger?: ReactElement<Record<string, unknown>>;
  title: ReactNode;
  description?: ReactNode;
  children?: ReactNode;
  /** Buttons, the one next thing last. */
  footer?: ReactNode;
  width?: number;
  className?: string;
  /** Nothing in it takes the focus: what is longer than the dialog is scrolled by keys. */
  readOnly?: boolean;
}) {
  const body = useRef<HTMLDivElement>(null);
  return (
    <Base.Root open={props.open} onOpenChange={(open) => props.onOpenChange?.(open)}>
      {props.trigger ? <Base.Trigger render={props.trigger} /> : null}
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-[rgb(20_20_18/0.32)] transition-opacity duration-[120ms] data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Popup
          data-dialog
          // A finger that opened it does not want the keyboard of the screen yet.
          initialFocus={(by) =>
            (by === 'touch' ? null : body.current?.querySelector<HTMLElement>('input, textarea, [contenteditable=true]')) ?? true
          }
          style={{ width: props.width ?? 480 }}
          className={cx(
            'pop fixed top-[14vh] left-1/2 z-50 flex max-h-[78vh] max-w-[calc(100vw-32px)] -translate-x-1/2 flex-col',
            props.className,
          )}
        >
          <div className="flex items-start gap-3 px-5 pt-4 pb-3">
            <div className="min-w-0 flex-1">
              <Base.Title className="text-16 font-strong">{props.title}</Base.Title>
              {props.description ? (
                <Base.Description className="mt-0.5 text-13 text-ink-2">{props.description}</Base.Description>
              ) : null}
            </div>
            <Base.Close
              aria-label="Close"
              className="-mt-0.5 -mr-2 inline-grid size-7 place-items-center rounded-chip text-ink-2 hover:bg-hover hover:text-ink"
            >
              <X className="size-4" strokeWidth={1.75} />
            </Base.Close>
          </div>
          <div ref={body} {...(props.readOnly ? { tabIndex: 0 } : {})} className="scroll min-h-0 flex-1 px-5 pb-4">
            {props.children}
          </div>
          {props.footer ? (
            <div className="flex items-center justify-end gap-2 border-t border-line px-5 py-3">{props.footer}</div>
          ) : null}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
