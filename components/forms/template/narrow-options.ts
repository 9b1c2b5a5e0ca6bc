import type { TemplateOption } from './template-option.ts';

/** Options that hold the word somewhere: those that begin with it first, then those a part of which does. The one that is fully typed goes. */
export function narrowOptions(options: readonly TemplateOption[], word: string): TemplateOption[] {
  const wanted = word.toLowerCase();
  const scored = options.flatMap((option, order) => {
    const label = option.label.toLowerCase();
    const at = label.indexOf(wanted);
    if (at === -1) return [];
    const score = at === 0 ? 0 : /[\w]/.test(label[at - 1] ?? '') ? 2 : 1;
    return [{ option, score: score * 10_000 + order }];
  });
  const found = scored.sort((a, b) => a.score - b.score).map(({ option }) => option);
  return found.length === 1 && found[0]?.label === word ? [] : found;
}
