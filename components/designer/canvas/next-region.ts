/** F6 goes round the parts of the page, as in desktop programs. */
export function nextRegion(): void {
  // A notice is shown: the first F6 goes to it.
  if (document.querySelector('[data-toasts]') !== null) return;
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')];
  const here = regions.findIndex((region) => region.contains(document.activeElement));
  const next = regions[(here + 1) % Math.max(1, regions.length)];
  const selected = next?.querySelector<HTMLElement>('[data-task][aria-current=true]');
  const first = next?.querySelector<HTMLElement>(
    '[data-task][tabindex="0"], input:not([type=hidden]), [contenteditable=true], button, [tabindex="0"]',
  );
  (selected ?? first)?.focus();
}
