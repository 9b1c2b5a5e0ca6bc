import type { Json } from '#domain/definition/schema/json.ts';
import { isTruthy } from './is-truthy.ts';
import { memberPath } from './member-path.ts';
import { Missing } from './missing.ts';
import { readMember } from './read-member.ts';
import type { TemplateBudget } from './template-budget.ts';
import { addDays, formatDate } from './template-date.ts';
import { TemplateFault } from './template-fault.ts';
import type { TemplateFilterName } from './template-filter-names.ts';
import { valuesEqual } from './values-equal.ts';
import { valueText } from './value-text.ts';

/** What a filter was given beside its operand. */
export interface FilterCall {
  name: TemplateFilterName;
  positional: Json[];
  named: Map<string, Json>;
  /** The operand as it is written, for sentences. */
  path: string;
  budget: TemplateBudget;
}

class Arguments {
  constructor(private readonly call: FilterCall) {}

  get(index: number, name: string): Json | undefined {
    return this.call.positional[index] ?? this.call.named.get(name);
  }
  text(index: number, name: string): string | undefined {
    const value = this.get(index, name);
    if (value !== undefined && typeof value !== 'string')
      throw new TemplateFault(`The filter ${this.call.name} takes a text as its ${name}.`);
    return value;
  }
  number(index: number, name: string): number | undefined {
    const value = this.get(index, name);
    if (value !== undefined && typeof value !== 'number')
      throw new TemplateFault(`The filter ${this.call.name} takes a number as its ${name}.`);
    return value;
  }
  needed<T>(value: T | undefined, example: string): T {
    if (value === undefined) throw new TemplateFault(`The filter ${this.call.name} needs more: write ${example}.`);
    return value;
  }
}

function attribute(entry: Json, dotted: string, path: string): Json | Missing {
  let value: Json | Missing = entry;
  for (const key of dotted.split('.')) {
    if (value instanceof Missing) return value;
    value = readMember(value, Array.isArray(value) && /^\d+$/.test(key) ? Number(key) : key, path);
  }
  return value;
}
function present(value: Json | Missing): Json {
  if (value instanceof Missing) throw new TemplateFault(`${value.path} does not exist. ${value.hint}`);
  return value;
}
function order(a: Json, b: Json, caseSensitive: boolean): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'string' && typeof b === 'string') {
    const [x, y] = caseSensitive ? [a, b] : [a.toLowerCase(), b.toLowerCase()];
    return x < y ? -1 : x > y ? 1 : 0;
  }
  throw new TemplateFault('sort takes a list of numbers or a list of texts, or the attribute to sort by.');
}
function count(text: string, search: string): number {
  let found = 0;
  for (let at = text.indexOf(search); at >= 0; at = text.indexOf(search, at + search.length)) found++;
  return found;
}

/** Applies one filter of definition.md. What it cannot take is a `TemplateFault`, never a silent empty value. */
export function applyFilter(operand: Json | Missing, call: FilterCall): Json | Missing {
  const { name, path, budget } = call;
  const given = new Arguments(call);
  if (name === 'default') {
    const fallback = given.get(0, 'default_value') ?? '';
    if (operand instanceof Missing) return fallback;
    return isTruthy(given.get(1, 'boolean') ?? false) && !isTruthy(operand) ? fallback : operand;
  }
  const value = present(operand);
  budget.spend(Array.isArray(value) || typeof value === 'string' ? 1 + Math.ceil(value.length / 100) : 1);
  const wrong = (wants: string): never => {
    throw new TemplateFault(`The filter ${name} takes ${wants}, but ${path} is something else.`);
  };
  const list = (): Json[] => (Array.isArray(value) ? value : wrong('a list'));
  const text = (): string => (typeof value === 'string' ? value : wrong('a text'));
  switch (name) {
    case 'tojson': {
      budget.visit(value);
      const result = JSON.stringify(value, null, given.number(0, 'indent'));
      budget.text(result.length);
      return result;
    }
    case 'join': {
      const separator = given.text(0, 'separator') ?? given.text(0, 'd') ?? '';
      const key = given.text(1, 'attribute');
      const texts = list().map((entry) => {
        budget.visit(entry);
        return valueText(key === undefined ? entry : present(attribute(entry, key, path)));
      });
      budget.text(texts.reduce((sum, t) => sum + t.length + separator.length, 0));
      return texts.join(separator);
    }
    case 'map': {
      const key = given.needed(given.text(9, 'attribute') ?? given.text(0, 'attribute'), "map(attribute='name')");
      const fallback = call.named.get('default');
      return list().map((entry, index) => {
        budget.spend();
        const found = attribute(entry, key, memberPath(path, index));
        return found instanceof Missing && fallback !== undefined ? fallback : present(found);
      });
    }
    case 'length':
      if (Array.isArray(value)) return value.length;
      if (typeof value === 'string') return [...value].length;
      return typeof value === 'object' && value !== null ? Object.keys(value).length : wrong('a list, a text or an object');
    case 'first':
    case 'last': {
      if (!Array.isArray(value) && typeof value !== 'string') return wrong('a list or a text');
      return (name === 'first' ? value[0] : value.at(-1)) ?? new Missing(`${path} | ${name}`, `${path} is empty.`);
    }
    case 'sort': {
      const reverse = isTruthy(given.get(0, 'reverse') ?? false);
      const caseSensitive = isTruthy(given.get(1, 'case_sensitive') ?? false);
      const key = given.text(2, 'attribute');
      const keyed = list().map((entry) => ({ entry, by: key === undefined ? entry : present(attribute(entry, key, path)) }));
      budget.spend(keyed.length * 4);
      keyed.sort((a, b) => (reverse ? order(b.by, a.by, caseSensitive) : order(a.by, b.by, caseSensitive)));
      return keyed.map(({ entry }) => entry);
    }
    case 'unique': {
      const seen: Json[] = [];
      for (const entry of list()) if (!seen.some((other) => valuesEqual(other, entry, () => budget.spend()))) seen.push(entry);
      return seen;
    }
    case 'sum': {
      const key = given.text(0, 'attribute');
      let sum = given.number(1, 'start') ?? 0;
      for (const entry of list()) {
        const number = key === undefined ? entry : present(attribute(entry, key, path));
        sum += typeof number === 'number' ? number : wrong('a list of numbers');
      }
      return sum;
    }
    case 'upper':
      return text().toUpperCase();
    case 'lower':
      return text().toLowerCase();
    case 'trim':
      return text().trim();
    case 'replace': {
      const from = given.needed(given.text(0, 'old'), "replace('-', '')");
      const to = given.needed(given.text(1, 'new'), "replace('-', '')");
      if (from === '') throw new TemplateFault('The filter replace needs a text to look for, which may not be empty.');
      const source = text();
      budget.text(source.length + count(source, from) * Math.max(0, to.length - from.length));
      return source.split(from).join(to);
    }
    case 'round': {
      const digits = given.number(0, 'precision') ?? 0;
      const method = given.text(1, 'method') ?? 'common';
      if (typeof value !== 'number') return wrong('a number');
      if (!Number.isInteger(digits) || Math.abs(digits) > 15)
        throw new TemplateFault('The filter round takes from −15 to 15 digits.');
      const scaled = Number(`${value}e${digits}`);
      const whole =
        method === 'ceil'
          ? Math.ceil(scaled)
          : method === 'floor'
            ? Math.floor(scaled)
            : Math.sign(scaled) * Math.round(Math.abs(scaled));
      const rounded = Number(`${whole}e${-digits}`);
      return Number.isFinite(rounded) ? rounded + 0 : value;
    }
    case 'int':
    case 'float': {
      const fallback = given.get(0, 'default');
      const read = typeof value === 'string' && /^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*$/i.test(value) ? Number(value) : value;
      const number = typeof read === 'boolean' ? Number(read) : read;
      if (typeof number !== 'number' || !Number.isFinite(number)) return fallback ?? wrong('a number, or a text that is one');
      return name === 'int' ? Math.trunc(number) + 0 : number;
    }
    case 'add_days':
      return addDays(text(), given.needed(given.number(0, 'days'), 'add_days(1)'));
    case 'format': {
      const pattern = given.needed(given.text(0, 'pattern'), "format('%Y/%m/%d')");
      budget.text(pattern.length * 10);
      return formatDate(text(), pattern, given.text(1, 'timezone'));
    }
  }
}
