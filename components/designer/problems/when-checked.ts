import type { DesignerStore } from '../store/designer-store.ts';

/** Resolves once the problems in the store are those of the document as it stands: what was typed a moment ago is checked a pause later. */
export function whenChecked(store: DesignerStore): Promise<void> {
  if (store.getState().checked) return Promise.resolve();
  return new Promise((resolve) => {
    const leave = store.subscribe((state) => {
      if (!state.checked) return;
      leave();
      resolve();
    });
  });
}
