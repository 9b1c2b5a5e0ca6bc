import type { Note } from '#domain/definition/schema/workflow.ts';
import { markdownBlocks, type MarkdownBlock } from '#components/ui/markdown-blocks.ts';
import type { Rect } from '../geometry/rect.ts';

/** The smallest size a note is drawn at, px. */
export const leastNote: readonly [number, number] = [104, 44];

const width = 184;
const line = 16;
const between = 6;
/** Border and padding above and below the text. */
const around = 22;
/** Letters of 12 px that one line of a note without a size holds, about: text, and text behind a mark of a list. */
const letters = { text: 25, item: 21 };

/** Where a note lies, px; one without a size is as high as its text. */
export function noteRect(note: Note): Rect {
  const [w, h] = note.size ?? [width, textHeight(note.text)];
  return { x: note.at[0], y: note.at[1], width: Math.max(leastNote[0], w), height: Math.max(leastNote[1], h) };
}

function textHeight(text: string): number {
  const blocks = markdownBlocks(text);
  const high = blocks.reduce((sum, block) => sum + blockHeight(block) + between, -between);
  // On the grid, so that what is lined up with a note stands on it too.
  return Math.ceil((around + Math.max(line, high)) / 4) * 4;
}

function blockHeight(block: MarkdownBlock): number {
  if (block.type === 'list') return line * block.items.reduce((sum, item) => sum + linesOf(item, letters.item), 0);
  if (block.type === 'code') return line * block.text.split('\n').length + 16;
  return line * linesOf(block.text, block.type === 'quote' ? letters.item : letters.text);
}

/** Lines of a text whose words are wrapped. */
function linesOf(text: string, most: number): number {
  let lines = 0;
  for (const each of text.split('\n')) {
    let used = 0;
    lines++;
    for (const word of each.split(' ')) {
      if (used > 0 && used + word.length > most) {
        lines++;
        used = 0;
      }
      lines += Math.floor(word.length / (most + 1));
      used += (word.length % (most + 1)) + 1;
    }
  }
  return lines;
}
