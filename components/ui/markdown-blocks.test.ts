import fc from 'fast-check';
import { expect, it } from 'vitest';
import { markdownBlocks } from './markdown-blocks.ts';

it('tells headings, paragraphs, lists, quotes and code apart', () => {
  const text = '# Top\nfirst\nsecond\n\n- a\n- b\n1. c\n> said\n> more\n```\nx = 1\n\n- y\n```\nend';
  expect(markdownBlocks(text)).toEqual([
    { type: 'heading', text: 'Top' },
    { type: 'paragraph', text: 'first\nsecond' },
    { type: 'list', ordered: false, items: ['a', 'b', 'c'] },
    { type: 'quote', text: 'said\nmore' },
    { type: 'code', text: 'x = 1\n\n- y' },
    { type: 'paragraph', text: 'end' },
  ]);
});

it('ends for any text, and loses no word', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('# ', '- ', '1. ', '> ', '```', 'word', '\n', ' ')), (parts) => {
      const source = parts.join('');
      const words = (text: string) => text.match(/word/g)?.length ?? 0;
      // What stands behind the fence of a code block is its language, which is not shown.
      fc.pre(!source.includes('```'));
      expect(words(JSON.stringify(markdownBlocks(source)))).toBe(words(source));
    }),
  );
});
