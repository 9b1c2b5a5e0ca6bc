import { expect, it } from 'vitest';
import { markWords } from './mark-words.ts';

const marked = (text: string, ...words: string[]) =>
  markWords(text, words)
    .map((part) => (part.hit ? `<${part.text}>` : part.text))
    .join('');

it('marks words in either case, the longer one first, and reads no pattern into them', () => {
  expect(marked('Disk full, disk.', 'DISK')).toBe('<Disk> full, <disk>.');
  expect(marked('disks and disk', 'disk', 'disks')).toBe('<disks> and <disk>');
  expect(marked('100% (a.b)', 'a.b', '%')).toBe('100<%> (<a.b>)');
  expect(marked('axb', 'a.b')).toBe('axb');
  expect(marked('Überlast', 'über')).toBe('<Über>last');
  expect(marked('nothing', '')).toBe('nothing');
});
