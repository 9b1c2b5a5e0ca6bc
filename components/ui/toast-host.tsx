'use client';
import { Toast } from '@base-ui/react/toast';
import { X } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { useEffect, useRef, type ReactNode } from 'react';
import { ProblemGlyph } from './problem-glyph.tsx';
import { cx } from './cx.ts';
import { toastQueue } from './toast.ts';
import { useToastPlace } from './use-toast-place.ts';

/** A notice younger than this was made by what led to the page, ms. */
const freshMs = 1_500;

/** What was said of the page before leaves with it; what can be undone, what went wrong, and what has only just been said stay. */
function useLeavePage(toasts: readonly { id: string; type?: string | undefined; actionProps?: unknown }[]): void {
  const path = usePathname();
  const shown = useRef({ path, since: new Map<string, number>() });
  useEffect(() => {
    const { since } = shown.current;
    const there = new Set(toasts.map(({ id }) => id));
    for (const id of since.keys()) if (!there.has(id)) since.delete(id);
    for (const id of there) if (!since.has(id)) since.set(id, performance.now());
    if (shown.current.path === path) return;
    shown.current.path = path;
    for (const { id, type, actionProps } of toasts)
      if (type !== 'error' && !actionProps && performance.now() - (since.get(id) ?? 0) > freshMs) toastQueue.close(id);
  }, [toasts, path]);
}

function ToastList() {
  const { toasts } = Toast.useToastManager();
  useLeavePage(toasts);
  return toasts.map((t) => (
    <Toast.Root
      key={t.id}
      toast={t}
      className="pop pointer-events-auto flex w-full items-center gap-3 py-2 pr-2 pl-3 text-13 data-limited:hidden"
    >
      {t.type === 'error' ? <ProblemGlyph level="error" /> : null}
      <Toast.Content className="min-w-0 flex-1">
        <Toast.Title className="font-strong" />
        <Toast.Description className="text-12 text-ink-2" />
      </Toast.Content>
      {t.actionProps ? (
        <Toast.Action className="h-6 shrink-0 rounded-chip border border-line-2 bg-surface px-2 text-12 font-strong text-accent-text hover:bg-hover" />
      ) : null}
      <Toast.Close aria-label="Close" className="grid size-6 shrink-0 place-items-center rounded-chip text-ink-2 hover:bg-hover">
        <X className="size-3.5" strokeWidth={1.75} />
      </Toast.Close>
    </Toast.Root>
  ));
}

/** Where toasts stand: below in the middle, above whatever is docked there; above a dialog while one is open. */
function ToastPlace() {
  const { toasts } = Toast.useToastManager();
  const place = useToastPlace(toasts.length > 0);
  return (
    <Toast.Viewport
      data-toasts={toasts.length > 0 || undefined}
      style={place.edge === 'top' ? { top: place.px } : { bottom: place.px }}
      className={cx(
        'pointer-events-none fixed left-1/2 z-[70] flex w-[min(460px,calc(100vw-32px))] -translate-x-1/2 gap-2 focus-visible:outline-2 focus-visible:outline-accent',
        place.edge === 'top' ? 'flex-col' : 'flex-col-reverse',
      )}
      onKeyDown={(event) => {
        // F6 gives the focus to all of them; Escape then closes the newest, as on one that has it.
        const newest = toasts[0];
        if (event.key !== 'Escape' || event.target !== event.currentTarget || newest === undefined) return;
        event.stopPropagation();
        toastQueue.close(newest.id);
      }}
    >
      <ToastList />
    </Toast.Viewport>
  );
}

/** Draws the toasts of `toast(…)`; stands once, round the whole page. F6 moves the focus to them. */
export function ToastHost({ children }: { children: ReactNode }) {
  return (
    <Toast.Provider toastManager={toastQueue} limit={3}>
      {children}
      <Toast.Portal>
        <ToastPlace />
      </Toast.Portal>
    </Toast.Provider>
  );
}
