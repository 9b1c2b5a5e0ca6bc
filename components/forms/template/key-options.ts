import type { CompletionScope } from '../form-context.ts';
import { memberOptions } from './scope-options.ts';
import type { TemplateOption } from './template-option.ts';

/**
 * What can stand in brackets behind a path: the same as behind a dot, as a key in quotes. `open`: the offset of the bracket; `quote`: the one that is
 * begun, or none; `after`: the text behind the caret, which may close them already.
 */
export function keyOptions(
  scope: CompletionScope,
  path: readonly (string | number)[],
  { open, quote, after }: { open: number; quote: string; after: string },
): TemplateOption[] {
  const used = quote === '' ? "'" : quote;
  return memberOptions(scope, path, open + 1).flatMap((option) => {
    const index = /^\[(\d+)\]$/.exec(option.label)?.[1];
    const key = index ?? `${used}${option.label}${used}`;
    if (index !== undefined && quote !== '') return [];
    const closed = after.startsWith(quote === '' ? ']' : `${quote}]`);
    // What is closed already stays; its quote is written again in front of it only where none was begun.
    const insert = closed ? `[${quote === '' ? key : key.slice(0, -1)}` : `[${key}]`;
    return [{ ...option, insert, from: open }];
  });
}
