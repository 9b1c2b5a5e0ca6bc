import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { templateFilterNames } from '#domain/expression/template-filter-names.ts';
import { templateScopeNames } from '#domain/expression/template-scope-names.ts';
import type { CompletionScope } from '../form-context.ts';

const plain = /^[A-Za-z_]\w*$/;
const ofTask = ['output', 'status', 'artifacts'];
const ofRun = ['id', 'number', 'type'];

/** Completes names inside `{{ }}`, and everywhere in a condition: the scope's names, tasks before, params, filters after `|`. */
export function scopeCompletion(scope: () => CompletionScope, condition: boolean) {
  return (context: CompletionContext): CompletionResult | null => {
    const line = context.state.doc.lineAt(context.pos);
    const before = line.text.slice(0, context.pos - line.from);
    const open = before.lastIndexOf('{{');
    if (!condition && (open === -1 || before.indexOf('}}', open) !== -1)) return null;
    const inside = condition ? before : before.slice(open + 2);
    const filter = /\|\s*(\w*)$/.exec(inside);
    if (filter !== null && !condition)
      return {
        from: context.pos - (filter[1]?.length ?? 0),
        options: templateFilterNames.map((label) => ({ label, type: 'function' })),
      };
    const path = /((?:[\w$]+(?:\['[^']*'\])?\.)*)([\w$]*)$/.exec(inside);
    if (path === null) return null;
    const [, parents = '', word = ''] = path;
    if (parents === '' && word === '' && !context.explicit && !/\{\{\s*$/.test(before)) return null;
    return { from: context.pos - word.length, options: optionsAt(parents.replace(/\.$/, ''), scope()), validFor: /^[\w$]*$/ };
  };
}

function optionsAt(parent: string, scope: CompletionScope): Completion[] {
  if (parent === '') return templateScopeNames.map((label) => ({ label, type: 'variable' }));
  if (parent === 'params') return scope.params.map((label) => ({ label, type: 'property' }));
  if (parent === 'tasks')
    return scope.tasks.map(({ id, name }) => ({
      label: id,
      detail: name === id ? undefined : name,
      type: 'variable',
      apply: plain.test(id) ? id : undefined,
    }));
  if (/^tasks(\.\w+|\['[^']*'\])$/.test(parent)) return ofTask.map((label) => ({ label, type: 'property' }));
  if (parent === 'run') return ofRun.map((label) => ({ label, type: 'property' }));
  return [];
}
