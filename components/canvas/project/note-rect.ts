import type { Note } from '#domain/definition/schema/workflow.ts';
import type { Rect } from '../geometry/rect.ts';

const width = 184;
const least = 52;
/** Letters that one line of a note without a size holds, about. */
const lineLetters = 26;

/** Where a note lies, px; one without a size is as high as its text. */
export function noteRect(note: Note): Rect {
  const lines = note.text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / lineLetters)), 0);
  const [w, h] = note.size ?? [width, Math.max(least, 20 + 16 * lines)];
  return { x: note.at[0], y: note.at[1], width: w, height: h };
}
