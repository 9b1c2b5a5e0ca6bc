import { memberPath } from '#domain/expression/member-path.ts';
import { templateScopeNames } from '#domain/expression/template-scope-names.ts';
import type { Json } from '#domain/definition/schema/json.ts';
import type { CompletionScope } from '../form-context.ts';
import { scopeHints } from './scope-hints.ts';
import type { TemplateOption } from './template-option.ts';
import { valueWords } from './value-words.ts';

type Path = readonly (string | number)[];
const ofTask = { output: 'what it answered', status: 'how it ended', artifacts: 'files it left' };
const ofRun = { id: 'id of the run', number: 'number of the run', type: 'manual, scheduled …' };
/** An output of a thousand fields is not chosen from a list. */
const mostFields = 100;

/** The value at a path of what the last run had; undefined when that is not known. */
function sampleAt(scope: CompletionScope, path: Path): Json | undefined {
  let at: Json | undefined = scope.values ?? undefined;
  for (const key of path) {
    if (Array.isArray(at)) at = typeof key === 'number' ? at[key] : undefined;
    else if (typeof at === 'object' && at !== null && Object.hasOwn(at, String(key))) at = at[String(key)];
    else return undefined;
  }
  return at;
}

/** The names to begin with: outputs of the tasks before, nearest first, then params, then the rest. `from`: where the begun name starts. */
export function rootOptions(scope: CompletionScope, from: number): TemplateOption[] {
  const one = (label: string, path: Path, words: string): TemplateOption => {
    const value = sampleAt(scope, path);
    return { label, insert: label, detail: value === undefined ? words : valueWords(value), kind: 'value', from };
  };
  return [
    ...scope.tasks.map(({ id, name }) =>
      one(`${memberPath('tasks', id)}.output`, ['tasks', id, 'output'], name === id ? ofTask.output : `of ${name}`),
    ),
    ...scope.params.map((param) => one(memberPath('params', param), ['params', param], 'param')),
    ...templateScopeNames
      .filter((name) => scope.mapped || (name !== 'item' && name !== 'index'))
      .map((name) => one(name, [name], scopeHints[name])),
  ];
}

/** What follows a path and its dot. `from`: the offset behind the dot. */
export function memberOptions(scope: CompletionScope, path: Path, from: number): TemplateOption[] {
  const member = (key: string, words: string): TemplateOption => {
    const value = sampleAt(scope, [...path, key]);
    const written = memberPath('', key);
    return {
      label: key,
      // A name that is not plain stands in brackets, which take the place of the dot.
      insert: written.startsWith('.') ? written.slice(1) : written,
      detail: value === undefined ? words : valueWords(value),
      kind: 'value',
      from: written.startsWith('.') ? from : from - 1,
    };
  };
  const list = (words: Record<string, string>): TemplateOption[] => Object.entries(words).map(([key, w]) => member(key, w));
  const [root] = path;
  if (path.length === 1 && root === 'params') return scope.params.map((key) => member(key, 'param'));
  if (path.length === 1 && root === 'tasks') return scope.tasks.map(({ id, name }) => member(id, name === id ? 'task' : name));
  if (path.length === 2 && root === 'tasks') return list(ofTask);
  const value = sampleAt(scope, path);
  if (Array.isArray(value))
    return value.slice(0, 3).map((entry, i) => ({
      label: `[${i}]`,
      insert: `[${i}]`,
      detail: valueWords(entry),
      kind: 'value',
      from: from - 1,
    }));
  if (typeof value === 'object' && value !== null)
    return Object.keys(value)
      .slice(0, mostFields)
      .map((key) => member(key, ''));
  return path.length === 1 && root === 'run' ? list(ofRun) : [];
}
