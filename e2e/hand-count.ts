import type { Page } from '@playwright/test';

/**
 * Counts what a hand really does on a page, by the events the browser trusts: presses of a button of the mouse, and keys that are no typing (Tab,
 * Enter, arrows, chords, and letters that are commands because nothing is being written in). Goes on over loads of the page.
 */
export async function countHand(page: Page): Promise<{ count: () => number }> {
  let count = 0;
  await page.exposeFunction('handMoved', () => void count++);
  await page.addInitScript(() => {
    const told = (window as unknown as { handMoved: () => void }).handMoved;
    const writes = (target: EventTarget | null): boolean =>
      target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA)$/.test(target.tagName));
    addEventListener('mousedown', (event) => event.isTrusted && told(), true);
    addEventListener(
      'keydown',
      (event) => {
        if (!event.isTrusted || /^(Shift|Control|Alt|Meta)$/.test(event.key)) return;
        if (event.key.length > 1 || event.ctrlKey || event.metaKey || !writes(event.target)) told();
      },
      true,
    );
  });
  return { count: () => count };
}
