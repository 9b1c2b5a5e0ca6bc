import Anser from 'anser';
import type { LogPart } from './log-line.ts';

const escape = String.fromCharCode(27);
const bell = String.fromCharCode(7);
// What is no colour: titles and links (OSC), cursor moves, erasing, charset switches. Colours end in `m` and stay.
const other = new RegExp(
  [
    `${escape}\\][^${bell}${escape}]*(?:${bell}|${escape}\\\\)`,
    `${escape}\\[[0-?]*[ -/]*[@-ln-~]`,
    `${escape}[()#][0-9A-Za-z]`,
    `${escape}[=>78cDEHMNOZ]`,
    // A colour cut off at the end of what has come so far.
    `${escape}(?:\\[[0-?]*)?$`,
    '[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001a\\u001c-\\u001f\\u007f]',
  ].join('|'),
  'g',
);
const anyColour = new RegExp(`${escape}\\[[0-9;:]*m`, 'g');
/** No colour of this number exists: it makes Anser apply the state it carries to the text that follows. */
const carry = `${escape}[999m`;

const colours = new Set(['red', 'green', 'yellow', 'blue', 'magenta', 'cyan']);
const decorations: Record<string, string> = {
  bold: 'log-bold',
  dim: 'log-dim',
  italic: 'log-italic',
  underline: 'log-underline',
  strikethrough: 'log-strike',
};

function classOf(fg: string | null, decoration: string[]): string {
  const name = fg?.replace('ansi-bright-', '').replace('ansi-', '') ?? '';
  const own = decoration.flatMap((d) => decorations[d] ?? []);
  if (colours.has(name)) own.unshift(`log-${name}`);
  return own.join(' ');
}

/** Turns one stream's lines into coloured parts. A colour goes on over the end of a line until it is taken back. */
export class AnsiReader {
  private readonly anser = new Anser();

  read(line: string): { text: string; parts: LogPart[] } {
    const clean = line.replace(other, '');
    const text = clean.replace(anyColour, '');
    if (text.length === clean.length) {
      const entry = this.anser.ansiToJson(carry + clean, { json: true, remove_empty: true, use_classes: true });
      const first = entry[0];
      return { text, parts: [{ text, className: first ? classOf(first.fg, first.decorations) : '' }] };
    }
    const entries = this.anser.ansiToJson(carry + clean, { json: true, remove_empty: true, use_classes: true });
    return { text, parts: entries.map((e) => ({ text: e.content, className: classOf(e.fg, e.decorations) })) };
  }
}
