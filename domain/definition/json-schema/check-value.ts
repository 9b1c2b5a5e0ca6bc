import { isJsonObject } from '#domain/definition/json/is-json-object.ts';
import { fieldName } from '../field-name.ts';
import type { Json, JsonObject } from '../schema/json.ts';
import { checkScalar } from './check-scalar.ts';
import { resolveSchema } from './resolve-schema.ts';
import type { SchemaFault } from './schema-fault.ts';

export interface CheckOptions {
  /** What a text stands for before templates are rendered: `any` value (it is one whole template), some `text`, or itself. */
  template?: (text: string) => 'any' | 'text' | null;
}

const words: Record<string, string> = {
  string: 'text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  null: 'null',
};
const typeOf = (value: Json): string =>
  value === null
    ? 'null'
    : Array.isArray(value)
      ? 'array'
      : typeof value === 'number'
        ? Number.isInteger(value)
          ? 'integer'
          : 'number'
        : typeof value;
const texts = (value: Json | undefined): string[] =>
  typeof value === 'string' ? [value] : Array.isArray(value) ? value.filter((v) => typeof v === 'string') : [];

/** A place in words: `Cases, entry 2, port`; the whole is `The config`. */
function placeName(path: readonly (string | number)[], whole: string): string {
  if (path.length === 0) return whole;
  const named = path.map((part, i) =>
    typeof part === 'number' ? `entry ${part + 1}` : i === 0 ? fieldName(part) : fieldName(part).toLowerCase(),
  );
  return named.slice(0, 1).concat(named.slice(1).slice(-3)).join(', ');
}

class Check {
  readonly faults: SchemaFault[] = [];
  constructor(
    private readonly root: JsonObject,
    private readonly options: CheckOptions,
    private readonly whole: string,
  ) {}

  fault(kind: SchemaFault['kind'], path: (string | number)[], message: string): void {
    if (this.faults.length < 100) this.faults.push({ kind, path, message });
  }

  run(value: Json, raw: Json | undefined, path: (string | number)[], depth: number): void {
    const schema = resolveSchema(raw, this.root);
    if (schema === true || depth > 64) return;
    // Named only when there is something to say: this runs for every config of every attempt.
    const name = () => placeName(path, this.whole);
    if (schema === false) return this.fault('unknown-field', path, `${name()} is not known here. Remove it.`);
    const template = typeof value === 'string' ? (this.options.template?.(value) ?? null) : null;
    if (template === 'any') return;
    this.combinations(value, schema, path, depth);
    const types = texts(schema['type']);
    const type = typeOf(value);
    if (types.length > 0 && !types.includes(type) && !(type === 'integer' && types.includes('number'))) {
      const wants = types.map((t) => words[t] ?? t).join(' or ');
      const is = template === 'text' ? 'a template that yields text' : (words[type] ?? type);
      return this.fault('type', path, `${name()} is ${is}, it has to be ${wants}.`);
    }
    if (template === 'text') return;
    for (const { kind, text } of checkScalar(value, schema)) this.fault(kind, path, `${name()} ${text}`);
    if (Array.isArray(value)) this.list(value, schema, path, depth);
    else if (isJsonObject(value)) this.object(value, schema, path, depth);
  }

  private list(value: Json[], schema: JsonObject, path: (string | number)[], depth: number): void {
    const prefix = Array.isArray(schema['prefixItems']) ? schema['prefixItems'] : [];
    value.forEach((entry, i) => {
      const inner = i < prefix.length ? prefix[i] : schema['items'];
      if (inner !== undefined) this.run(entry, inner, [...path, i], depth + 1);
    });
  }

  private object(value: JsonObject, schema: JsonObject, path: (string | number)[], depth: number): void {
    const properties = isJsonObject(schema['properties']) ? schema['properties'] : {};
    for (const key of texts(schema['required']))
      if (!Object.hasOwn(value, key))
        this.fault('missing', [...path, key], `${placeName([...path, key], this.whole)} is missing.`);
    for (const [key, entry] of Object.entries(value)) {
      if (schema['propertyNames'] !== undefined) {
        const names = new Check(this.root, {}, `The name "${key.slice(0, 60)}"`);
        names.run(key, schema['propertyNames'], [], depth + 1);
        for (const fault of names.faults) this.fault('value', [...path, key], fault.message);
      }
      if (Object.hasOwn(properties, key)) this.run(entry, properties[key], [...path, key], depth + 1);
      else if (schema['additionalProperties'] === false)
        this.fault(
          'unknown-field',
          [...path, key],
          `${placeName(path, this.whole)} does not know "${key.slice(0, 60)}". Remove it.`,
        );
      else if (schema['additionalProperties'] !== undefined)
        this.run(entry, schema['additionalProperties'], [...path, key], depth + 1);
    }
  }

  /** Faults of a value against one branch. */
  private branch(value: Json, schema: Json, path: (string | number)[], depth: number): SchemaFault[] {
    const check = new Check(this.root, this.options, this.whole);
    check.run(value, schema, path, depth + 1);
    return check.faults;
  }

  /** Forms told apart by one field with a fixed value: only the form that the value names is looked at. */
  private discriminated(value: Json, branches: Json[], path: (string | number)[], depth: number): boolean {
    if (!isJsonObject(value)) return false;
    const shapes = branches.map((branch) => resolveSchema(branch, this.root));
    const properties = shapes.map((shape) =>
      typeof shape !== 'boolean' && isJsonObject(shape['properties']) ? shape['properties'] : {},
    );
    const fixed = (of: JsonObject, key: string): Json | undefined => {
      const schema = of[key];
      return isJsonObject(schema) && Object.hasOwn(schema, 'const') ? schema['const'] : undefined;
    };
    const key = Object.keys(properties[0] ?? {}).find((k) => properties.every((of) => fixed(of, k) !== undefined));
    if (key === undefined) return false;
    const index = properties.findIndex((of) => fixed(of, key) === value[key]);
    const name = placeName([...path, key], this.whole);
    if (index >= 0) this.run(value, branches[index], path, depth + 1);
    else if (value[key] === undefined) this.fault('missing', [...path, key], `${name} is missing.`);
    else this.fault('value', [...path, key], `${name} is one of ${properties.map((of) => String(fixed(of, key))).join(', ')}.`);
    return true;
  }

  private combinations(value: Json, schema: JsonObject, path: (string | number)[], depth: number): void {
    if (Array.isArray(schema['allOf'])) for (const part of schema['allOf']) this.run(value, part, path, depth + 1);
    for (const key of ['anyOf', 'oneOf'] as const) {
      const branches = schema[key];
      if (!Array.isArray(branches) || branches.length === 0) continue;
      if (this.discriminated(value, branches, path, depth)) continue;
      const results = branches.map((branch) => this.branch(value, branch, path, depth));
      const fits = results.filter((faults) => faults.length === 0).length;
      if (fits === 1 || (fits > 1 && key === 'anyOf')) continue;
      const choices = branches.map((branch) =>
        isJsonObject(branch) && Object.keys(branch).length === 1 ? texts(branch['required']) : [],
      );
      const name = placeName(path, this.whole);
      if (choices.every((names) => names.length > 0)) {
        const list = choices.map((names) => names.map(fieldName).join(' and ').toLowerCase()).join(' or ');
        this.fault(
          fits === 0 ? 'missing' : 'value',
          path,
          fits === 0 ? `${name} needs ${list}.` : `${name} has too much: fill in only ${list}.`,
        );
      } else if (fits > 1) this.fault('value', path, `${name} fits more than one of its forms.`);
      else {
        // The branch that came furthest speaks.
        const best = results.reduce((a, b) =>
          Math.max(...b.map((f) => f.path.length)) > Math.max(...a.map((f) => f.path.length)) ? b : a,
        );
        for (const fault of best) this.fault(fault.kind, fault.path, fault.message);
      }
    }
    if (schema['not'] !== undefined && this.branch(value, schema['not'], path, depth).length === 0)
      this.fault('value', path, `${placeName(path, this.whole)} has a value that is not allowed.`);
  }
}

/**
 * Checks a value against a JSON Schema (2020-12): the part of it that operators and params use, and what zod writes. Keywords it does not
 * know are ignored. `whole` is how a sentence names the value itself, such as `The config`.
 */
export function checkValue(value: Json, schema: JsonObject, whole: string, options: CheckOptions = {}): SchemaFault[] {
  const check = new Check(schema, options, whole);
  check.run(value, schema, [], 0);
  return check.faults;
}
