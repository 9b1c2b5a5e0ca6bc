import { templateFilterNames } from '#domain/expression/template-filter-names.ts';
import type { CompletionScope } from '../form-context.ts';
import { filterHints } from './scope-hints.ts';
import { keyOptions } from './key-options.ts';
import { memberOptions, rootOptions } from './scope-options.ts';
import type { TemplateOption } from './template-option.ts';

export interface TemplateCompletion {
  /** Part of a name that stands before the caret. */
  word: string;
  /** Everything that could stand here, not narrowed by the word. */
  options: TemplateOption[];
}

const member = /([A-Za-z_]\w*(?:\.\w+|\[\d+\]|\['[^']*'\]|\["[^"]*"\])*)\.(\w*)$/;
/** A key that is begun in brackets: `tasks.load.artifacts['or`. */
const inBrackets = /([A-Za-z_]\w*(?:\.\w+|\[\d+\]|\['[^']*'\]|\["[^"]*"\])*)\[(['"]?)([^'"\]]*)$/;
const key = /\.(\w+)|\[(\d+)\]|\['([^']*)'\]|\["([^"]*)"\]/g;

/** `tasks['load-x'].output[0]` → its keys. */
function keysOf(path: string): (string | number)[] {
  const root = /^\w+/.exec(path)?.[0] ?? '';
  return [
    root,
    ...[...path.slice(root.length).matchAll(key)].map(([, name, index, single, double]) =>
      index === undefined ? (name ?? single ?? double ?? '') : Number(index),
    ),
  ];
}
const inQuotes = (text: string): boolean => {
  let open = '';
  for (const c of text)
    if (open === '') open = c === "'" || c === '"' ? c : '';
    else if (c === open) open = '';
  return open !== '';
};

/**
 * What can be completed before the caret at offset `at`. Null: nothing begins here. `condition`: the whole text is an expression; else only the
 * inside of `{{ }}` and `{% %}` is. `explicit`: the person asked (Ctrl Space); outside of braces the whole list is offered then.
 */
export function completeTemplate(
  text: string,
  at: number,
  scope: CompletionScope,
  how: { condition?: boolean; explicit?: boolean } = {},
): TemplateCompletion | null {
  const before = text.slice(0, at);
  const open = Math.max(before.lastIndexOf('{{'), before.lastIndexOf('{%'));
  const inside = open !== -1 && !/[}%]\}/.test(before.slice(open + 2));
  if (!how.condition && !inside) return how.explicit ? { word: '', options: rootOptions(scope, at) } : null;
  const code = how.condition ? before : before.slice(open + 2);
  const bracket = inBrackets.exec(code);
  if (bracket !== null) {
    const [whole, parent = '', quote = '', word = ''] = bracket;
    const open = at - whole.length + parent.length;
    const options = keyOptions(scope, keysOf(parent), { open, quote, after: text.slice(at) });
    if (options.length > 0) return { word, options };
  }
  if (inQuotes(code)) return null;
  const filter = /[^|]\|\s*(\w*)$/.exec(code);
  if (filter !== null && !how.condition) {
    const word = filter[1] ?? '';
    return {
      word,
      options: templateFilterNames.map((label) => ({
        label,
        insert: filterHints[label].insert ?? label,
        detail: filterHints[label].words,
        kind: 'filter',
        from: at - word.length,
      })),
    };
  }
  const path = member.exec(code);
  if (path !== null) {
    const [, parent = '', word = ''] = path;
    return { word, options: memberOptions(scope, keysOf(parent), at - word.length) };
  }
  const word = /(?:^|[^\w.\])'"])([A-Za-z_]\w*)?$/.exec(code);
  if (word === null && code !== '') return null;
  const begun = word?.[1] ?? '';
  // A bare space after a finished name asks for nothing.
  if (begun === '' && !how.explicit && (how.condition || !/^-?\s*$/.test(code))) return null;
  return { word: begun, options: rootOptions(scope, at - begun.length) };
}
