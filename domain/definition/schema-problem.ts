import type { z } from 'zod';
import { fieldName } from './field-name.ts';
import { pointer } from './pointer.ts';
import type { Problem } from './problem.ts';
import type { Json, JsonObject } from './schema/json.ts';

type Issue = z.core.$ZodIssue;
const nouns: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  tuple: 'a list',
  object: 'an object',
  record: 'an object',
};
const kind = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'a list' : (nouns[typeof value] ?? typeof value);

function valueAt(document: Json, path: readonly PropertyKey[]): unknown {
  let value: unknown = document;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}

const words = (path: readonly PropertyKey[]): string =>
  path
    .map((part) => (typeof part === 'number' ? `entry ${part + 1}` : fieldName(String(part))))
    .map((word, i) => (i === 0 ? word : word.charAt(0).toLowerCase() + word.slice(1)))
    .join(', ');

/** "Retry, max" for `['tasks', 3, 'retry', 'max']`, "Map, over, entry 1: into" inside a list: what a sentence about this place begins with. */
function subject(path: readonly PropertyKey[]): string {
  if (path.length === 0) return 'The workflow';
  if (path.length === 2 && typeof path[1] === 'number') return `Entry ${path[1] + 1} of ${String(path[0])}`;
  const inner = path.length === 1 ? path : path.slice(typeof path[1] === 'number' ? 2 : 1);
  const entry = inner.findLastIndex((part) => typeof part === 'number');
  if (entry === inner.length - 1) return `${words(inner)},`;
  if (entry < 0) return words(inner);
  const rest = words(inner.slice(entry + 1));
  return `${words(inner.slice(0, entry + 1))}: ${rest.charAt(0).toLowerCase()}${rest.slice(1)}`;
}

/** What a place may hold whose forms share nothing: "a list or text"; '' when they differ in more than their kind. */
function kinds(branches: readonly (readonly Issue[])[]): string {
  const named = branches.map(([first]) =>
    first?.code === 'invalid_type' && first.path.length === 0 ? (nouns[first.expected] ?? null) : null,
  );
  return named.length === 0 || named.includes(null) ? '' : [...new Set(named)].join(' or ');
}

function sentence(issue: Issue, path: readonly PropertyKey[], value: unknown): { code: string; message: string } {
  const name = subject(path);
  if (value === undefined && issue.code !== 'unrecognized_keys')
    return { code: 'definition.missing', message: `${name} is missing.` };
  switch (issue.code) {
    case 'invalid_type':
      return {
        code: 'definition.type',
        message: `${name} is ${kind(value)}, it has to be ${nouns[issue.expected] ?? issue.expected}.`,
      };
    case 'unrecognized_keys': {
      const keys = issue.keys.map((k) => `"${k.slice(0, 60)}"`).join(', ');
      return {
        code: 'definition.unknown-field',
        message: `${name} has ${issue.keys.length === 1 ? 'a field' : 'fields'} that the format does not know: ${keys}. Remove ${issue.keys.length === 1 ? 'it' : 'them'}.`,
      };
    }
    case 'too_big': {
      const cap = issue.origin === 'array' && path.length === 1;
      const what = issue.origin === 'string' ? 'characters' : issue.origin === 'array' ? 'entries' : '';
      return {
        code: cap ? 'definition.cap' : 'definition.bounds',
        message:
          what === ''
            ? `${name} is ${String(value)}, it has to be at most ${issue.maximum}.`
            : `${name} has more than ${issue.maximum} ${what}. Make it ${what === 'entries' ? 'smaller' : 'shorter'}.`,
      };
    }
    case 'too_small': {
      if (issue.origin === 'string') return { code: 'definition.bounds', message: `${name} is empty.` };
      if (issue.origin === 'array')
        return {
          code: 'definition.bounds',
          message: `${name} needs at least ${issue.minimum} ${Number(issue.minimum) === 1 ? 'entry' : 'entries'}.`,
        };
      return { code: 'definition.bounds', message: `${name} is ${String(value)}, it has to be at least ${issue.minimum}.` };
    }
    case 'invalid_value':
      return {
        code: 'definition.value',
        message: `${name} is ${JSON.stringify(value)?.slice(0, 60)}. It is one of ${issue.values.map(String).join(', ')}.`,
      };
    case 'invalid_format':
      if (issue.format === 'datetime')
        return {
          code: 'definition.value',
          message: `${name} is no instant. Write it as 2026-03-25T02:30:00Z, with an offset or Z.`,
        };
      return { code: 'definition.value', message: `${name} is ${JSON.stringify(value)?.slice(0, 60)}, but ${issue.message}.` };
    case 'invalid_union': {
      if (issue.discriminator !== undefined && 'options' in issue && issue.options !== undefined)
        return {
          code: 'definition.value',
          message: `${name} is ${JSON.stringify(value)?.slice(0, 60)}. It is one of ${issue.options.map(String).join(', ')}.`,
        };
      const wanted = kinds(issue.errors);
      if (wanted !== '') return { code: 'definition.type', message: `${name} is ${kind(value)}, it has to be ${wanted}.` };
      return { code: 'definition.value', message: `${name} has a form that the format does not know.` };
    }
    default:
      return { code: 'definition.value', message: `${name} has a form that the format does not know.` };
  }
}

/** What zod found, as problems with our codes, a pointer and a sentence. Of a union, the branch that came furthest speaks. */
export function schemaProblems(issues: readonly Issue[], document: JsonObject): Problem[] {
  const problems: Problem[] = [];
  const add = (issue: Issue, before: readonly PropertyKey[]): void => {
    const path = [...before, ...issue.path];
    if (issue.code === 'invalid_union' && issue.errors.length > 0) {
      const depth = (branch: readonly Issue[]): number => Math.max(0, ...branch.map((i) => i.path.length));
      const best = issue.errors.reduce((a, b) => (depth(b) > depth(a) ? b : a));
      if (depth(best) > 0) {
        for (const inner of best) add(inner, path);
        return;
      }
    }
    const place = issue.code === 'unrecognized_keys' && issue.keys.length === 1 ? [...path, issue.keys[0] as string] : path;
    const problem: Problem = { level: 'error', pointer: pointer(place), ...sentence(issue, path, valueAt(document, path)) };
    if (path[0] === 'tasks' && typeof path[1] === 'number') {
      const id = valueAt(document, ['tasks', path[1], 'id']);
      if (typeof id === 'string') problem.task = id;
    }
    problems.push(problem);
  };
  // A document that is wrong everywhere is not explained ten thousand times.
  for (const issue of issues.slice(0, 200)) add(issue, []);
  return problems;
}
