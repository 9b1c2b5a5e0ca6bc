import { TemplateFault } from './template-fault.ts';
import { templateLimits } from './template-limits.ts';

/** A piece of a template: text as it stands, or the inside of `{{ … }}` or `{% … %}`. */
export interface TemplatePiece {
  kind: 'text' | 'expression' | 'statement';
  text: string;
}

/** Offset of the closing braces, or −1. Braces of an object and whatever stands in quotes do not close. */
function closing(source: string, from: number, close: '}}' | '%}'): number {
  let depth = 0;
  for (let at = from; at < source.length; at++) {
    const c = source[at];
    if (c === '"' || c === "'") {
      for (at++; at < source.length && source[at] !== c; at++) if (source[at] === '\\') at++;
    } else if (depth === 0 && source.startsWith(close, at)) return at;
    else if (c === '{') depth++;
    else if (c === '}') depth--;
  }
  return -1;
}

const endRaw = /\{%-?\s{0,20}endraw\s{0,20}-?%\}/;

/**
 * Cuts a template into its pieces. We cut ourselves because the library's own reader drops a last line break, takes `{#` for a comment and
 * has a pattern that is slow on long white space. `{{-` and `-}}` eat white space; `{% raw %}` keeps its inside as text. Throws `TemplateFault`.
 */
export function scanTemplate(source: string): TemplatePiece[] {
  if (source.length > templateLimits.source)
    throw new TemplateFault('The template is longer than 1 MiB. Move what is fixed in it into a file.');
  const pieces: TemplatePiece[] = [];
  let at = 0;
  let trimNext = false;
  const addText = (text: string, trimEnd: boolean): void => {
    const from = trimNext ? text.trimStart() : text;
    const trimmed = trimEnd ? from.trimEnd() : from;
    if (trimmed !== '') pieces.push({ kind: 'text', text: trimmed });
    trimNext = false;
  };
  while (at < source.length) {
    const expression = source.indexOf('{{', at);
    const statement = source.indexOf('{%', at);
    const open = expression < 0 ? statement : statement < 0 ? expression : Math.min(expression, statement);
    if (open < 0) break;
    const close = open === expression ? '}}' : '%}';
    const end = closing(source, open + 2, close);
    const shown = source.slice(open, open + 40).split('\n')[0] ?? '';
    if (end < 0)
      throw new TemplateFault(`"${shown}" is not closed. Add ${close}, or write {{ '{{' }} for the braces themselves.`);
    let inner = source.slice(open + 2, end);
    if (inner.length > templateLimits.block)
      throw new TemplateFault(`"${shown}…" is longer than 10,000 characters. Make the expression shorter.`);
    addText(source.slice(at, open), inner.startsWith('-'));
    if (inner.startsWith('-')) inner = inner.slice(1);
    if (inner.endsWith('-')) {
      inner = inner.slice(0, -1);
      trimNext = true;
    }
    at = end + 2;
    if (close === '%}' && inner.trim() === 'raw') {
      const rest = source.slice(at);
      const found = endRaw.exec(rest);
      if (found === null) throw new TemplateFault('"{% raw %}" is not closed. Add {% endraw %}.');
      addText(rest.slice(0, found.index), found[0].startsWith('{%-'));
      trimNext = found[0].endsWith('-%}');
      at += found.index + found[0].length;
    } else pieces.push({ kind: close === '}}' ? 'expression' : 'statement', text: inner });
  }
  addText(source.slice(at), false);
  return pieces;
}
