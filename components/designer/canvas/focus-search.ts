/** Puts the keyboard into the search over the drawing; false when the page shows none. */
export function focusSearch(): void | false {
  const field = document.querySelector<HTMLInputElement>('[data-canvas-search] input');
  if (field === null || field.offsetParent === null) return false;
  field.focus();
  field.select();
}
