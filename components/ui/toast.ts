'use client';
import { Toast } from '@base-ui/react/toast';

/** The one queue of toasts of a browser tab; drawn by ToastHost. */
export const toastQueue = Toast.createToastManager<{ undoLabel?: string }>();

/** Says what happened. `undo` adds a button; the toast then stays 10 s. Never for what the page shows by itself. */
export function toast(input: { title: string; body?: string; level?: 'error'; undo?: () => void; undoLabel?: string }): void {
  const id: string = toastQueue.add({
    title: input.title,
    description: input.body,
    type: input.level,
    priority: input.level === 'error' ? 'high' : 'low',
    timeout: input.undo || input.level === 'error' ? 10_000 : 5_000,
    actionProps: input.undo
      ? {
          children: input.undoLabel ?? 'Undo',
          onClick: () => {
            toastQueue.close(id);
            input.undo?.();
          },
        }
      : undefined,
  });
}
