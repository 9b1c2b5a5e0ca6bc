import { expect, it } from 'vitest';
import { keyWords } from './key-words.ts';

it.each([
  ['Ctrl K', '⌘K'],
  ['Ctrl Shift G', '⇧⌘G'],
  ['Ctrl Shift ←', '⇧⌘←'],
  ['Shift ←↑↓→', '⇧←↑↓→'],
  ['Alt ↓ / ↑', '⌥↓ / ↑'],
  ['Ctrl C / X / V', '⌘C / X / V'],
  ['Ctrl Z / Y', '⌘Z / ⇧⌘Z'],
  ['Ctrl Y', '⇧⌘Z'],
  ['Ctrl Delete', '⌘⌫'],
  ['Delete', '⌫'],
  ['Enter', '↩'],
  ['J K', 'J K'],
  ['Done. Ctrl Z brings it back.', 'Done. ⌘Z brings it back.'],
])('%s is %s on a Mac, and itself elsewhere', (pc, mac) => {
  expect(keyWords(pc, true)).toBe(mac);
  expect(keyWords(pc, false)).toBe(pc);
});
