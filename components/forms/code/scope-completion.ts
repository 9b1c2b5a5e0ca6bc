import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import type { CompletionScope } from '../form-context.ts';
import type { CodeLanguage } from './code-editor.tsx';
import { completeTemplate } from '../template/complete-template.ts';
import { insertOption } from '../template/insert-option.ts';

/** Completes names inside `{{ }}`, and everywhere in a condition: as a plain field does (complete-template.ts). */
export function scopeCompletion(scope: () => CompletionScope, language: CodeLanguage) {
  const condition = language === 'cel';
  // In a program, Ctrl Space belongs to its own language.
  const anywhere = condition || language === 'text';
  return (context: CompletionContext): CompletionResult | null => {
    const text = context.state.doc.toString();
    const found = completeTemplate(text, context.pos, scope(), { condition, explicit: context.explicit && anywhere });
    if (found === null || found.options.length === 0) return null;
    const start = context.pos - found.word.length;
    const options = found.options.map((option, i): Completion => ({
      label: option.label,
      detail: option.detail,
      type: option.kind === 'filter' ? 'function' : 'variable',
      // Their order is ours: outputs first.
      boost: -Math.min(i, 99),
      apply: (view, _completion, _from, to) => {
        const before = view.state.doc.toString();
        const { from } = option;
        const done = condition
          ? { text: before.slice(0, from) + option.insert + before.slice(to), caret: from + option.insert.length }
          : insertOption(before, to, option);
        const insert = done.text.slice(from, done.text.length - (before.length - to));
        view.dispatch({ changes: { from, to, insert }, selection: { anchor: done.caret } });
      },
    }));
    return { from: start, options, validFor: /^\w*$/ };
  };
}
