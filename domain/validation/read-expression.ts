import { conditionReferences } from '#domain/expression/condition-references.ts';
import { references, type References } from '#domain/expression/references.ts';

/** A whole script is not worth keeping; ten thousand short fields are. */
const longest = 1000;
const mostKept = 20_000;
const kept = new Map<string, References>();

/** What a text reads, kept by text: the same templates stand in every validation of a draft. */
export function readExpression(kind: 'template' | 'condition', text: string): References {
  const key = `${kind}\n${text}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const read = kind === 'template' ? references(text) : conditionReferences(text);
  if (text.length <= longest) {
    if (kept.size >= mostKept) kept.clear();
    kept.set(key, read);
  }
  return read;
}
