import { conditionReferences } from '#domain/expression/condition-references.ts';
import { isTemplate } from '#domain/expression/is-template.ts';
import { memberPath } from '#domain/expression/member-path.ts';

/** What a name that is renamed is a field of. */
export type RenamedRoot = 'tasks' | 'params';

const field = String.raw`\s*(?:\.\s*([A-Za-z_][A-Za-z0-9_]*)|\[\s*(?:'([^'\\]*)'|"([^"\\]*)")\s*\])`;
const reads = { tasks: new RegExp(`tasks${field}`, 'y'), params: new RegExp(`params${field}`, 'y') };

/** Renames `tasks.old` inside the text of an expression, but not in its strings and not as a field of something else (`x.tasks.old`). */
function inExpression(text: string, names: ReadonlyMap<string, string>, root: RenamedRoot): string {
  const read = reads[root];
  let result = '';
  for (let at = 0; at < text.length;) {
    const c = text[at] ?? '';
    if (c === '"' || c === "'") {
      let end = at + 1;
      while (end < text.length && text[end] !== c) end += text[end] === '\\' ? 2 : 1;
      result += text.slice(at, end + 1);
      at = end + 1;
      continue;
    }
    if (/[A-Za-z_]/.test(c)) {
      read.lastIndex = at;
      const found = /\.\s*$/.test(result) ? null : read.exec(text);
      const name = found === null ? undefined : names.get(found[1] ?? found[2] ?? found[3] ?? '');
      const word = /^[A-Za-z0-9_]+/.exec(text.slice(at))?.[0] ?? c;
      const taken = found !== null && word === root ? found[0] : word;
      result += name === undefined || word !== root ? taken : memberPath(root, name);
      at += taken.length;
      continue;
    }
    result += c;
    at++;
  }
  return result;
}

/**
 * Renames tasks (or params) in what a text reads: inside `{{ }}` and `{% %}` of a template, or anywhere in a condition that reads one of them.
 * Any other text stays as it is.
 */
export function renameInText(text: string, names: ReadonlyMap<string, string>, root: RenamedRoot = 'tasks'): string {
  if (!text.includes(root)) return text;
  if (isTemplate(text)) return text.replace(/\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}/g, (block) => inExpression(block, names, root));
  const { fault, ...found } = conditionReferences(text);
  return fault === null && found[root].some((id) => names.has(id)) ? inExpression(text, names, root) : text;
}
