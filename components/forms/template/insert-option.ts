import type { TemplateOption } from './template-option.ts';

/** The text with an option put before the caret at `at`, and where the caret is then. Braces that are missing are added, closing ones once. */
export function insertOption(text: string, at: number, option: TemplateOption): { text: string; caret: number } {
  const head = text.slice(0, option.from);
  const tail = text.slice(at);
  const open = Math.max(head.lastIndexOf('{{'), head.lastIndexOf('{%'));
  const inside = open !== -1 && !/[}%]\}/.test(head.slice(open + 2));
  if (!inside) {
    const written = `${head}{{ ${option.insert}`;
    return { text: `${written} }}${tail}`, caret: written.length };
  }
  const spaced = /(\{\{|\{%)-?$/.test(head) || /\|$/.test(head) ? `${head} ` : head;
  const written = spaced + option.insert;
  const next = tail.search(/\{[{%]/);
  const rest = next === -1 ? tail : tail.slice(0, next);
  const closed = /[}%]\}/.test(rest);
  return { text: `${written}${closed ? tail : ` ${head[open + 1] === '%' ? '%}' : '}}'}${tail}`}`, caret: written.length };
}
