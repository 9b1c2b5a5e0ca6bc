import { isJsonObject } from '#domain/definition/json/is-json-object.ts';
import type { z } from 'zod';
import { checkValue } from '../json-schema/check-value.ts';
import { withDefaults } from '../json-schema/with-defaults.ts';
import { pointer } from '../pointer.ts';
import type { Json, JsonObject } from '../schema/json.ts';
import type { FieldHint, Manifest } from '../schema/manifest.ts';
import { operatorFileSchema, type OperatorFile } from './operator-file.ts';

/** What is wrong with a user's own operator: a code, the place in `operator.json` (JSON pointer), a sentence that says what to do. */
export interface OperatorProblem {
  code: string;
  pointer: string;
  message: string;
}

const types = new Set(['string', 'number', 'integer', 'boolean', 'array', 'object', 'null']);

/**
 * Reads what `operator.json` holds, already parsed. Everything is checked that a form, a validation or a run would stumble
 * over later; all problems come back, not the first alone. Pure; executes nothing.
 */
export function readOperatorFile(value: Json): { ok: true; file: OperatorFile } | { ok: false; problems: OperatorProblem[] } {
  const parsed = operatorFileSchema.safeParse(value, { reportInput: true });
  if (!parsed.success) return { ok: false, problems: parsed.error.issues.map(issueProblem) };
  const { $schema: _, run, ...rest } = parsed.data;
  const manifest = {
    ...rest,
    configSchema: { additionalProperties: false, type: 'object', properties: {}, ...rest.configSchema },
  } as Manifest;
  const problems = [...schemaProblems(manifest.configSchema, ['configSchema'], true)];
  if (problems.length === 0) problems.push(...fieldProblems(manifest), ...defaultProblems(manifest));
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, file: { manifest, run: run as [string, ...string[]] } };
}

function issueProblem(issue: z.core.$ZodIssue): OperatorProblem {
  const at = pointer(issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part)));
  const name = issue.path.join('.') || 'operator.json';
  if (issue.code === 'unrecognized_keys')
    return {
      code: 'operator.unknown-field',
      pointer: at,
      message: `${name} has no field ${issue.keys.map((key) => `"${key}"`).join(', ')}. Remove it, or correct its name.`,
    };
  if (issue.code === 'invalid_type' && issue.input === undefined)
    return { code: 'operator.missing', pointer: at, message: `"${name}" is missing. Add it.` };
  return { code: 'operator.value', pointer: at, message: `"${name}": ${issue.message}.` };
}

/** The part of JSON Schema that forms and checks know; a word that they would overlook is no promise we can keep. */
function* schemaProblems(schema: JsonObject, path: (string | number)[], root: boolean): Generator<OperatorProblem> {
  const say = (more: (string | number)[], message: string): OperatorProblem => ({
    code: 'operator.schema',
    pointer: pointer([...path, ...more]),
    message: `${path.join('.')}: ${message}`,
  });
  const { type, properties, required, items } = schema;
  if (root && type !== 'object') yield say(['type'], 'the config is an object. Write "type": "object".');
  if (root && schema.additionalProperties !== false)
    yield say(['additionalProperties'], 'leave it out or make it false, so that a misspelt field is found.');
  const named = Array.isArray(type) ? type : type === undefined ? [] : [type];
  for (const one of named)
    if (typeof one !== 'string' || !types.has(one))
      yield say(['type'], `there is no type ${JSON.stringify(one)}. There are ${[...types].join(', ')}.`);
  if (properties !== undefined && !isJsonObject(properties)) {
    yield say(['properties'], '"properties" is an object: name → schema.');
    return;
  }
  for (const [name, child] of Object.entries(properties ?? {}))
    if (isJsonObject(child)) yield* schemaProblems(child, [...path, 'properties', name], false);
    else yield say(['properties', name], `the schema of "${name}" is an object, such as {"type": "string"}.`);
  if (required !== undefined && !(Array.isArray(required) && required.every((name) => typeof name === 'string')))
    yield say(['required'], '"required" is a list of names.');
  else
    for (const [i, name] of ((required ?? []) as string[]).entries())
      if (!Object.hasOwn(properties ?? {}, name)) yield say(['required', i], `"required" names "${name}", which is no property.`);
  if (isJsonObject(items)) yield* schemaProblems(items, [...path, 'items'], false);
  if (typeof schema.pattern === 'string') {
    try {
      new RegExp(schema.pattern, 'u');
    } catch {
      yield say(['pattern'], `"${schema.pattern}" is no regular expression.`);
    }
  }
}

/** Hints, ports and what hangs on them name fields that exist. */
function* fieldProblems({ configSchema, hints, ports }: Manifest): Generator<OperatorProblem> {
  const properties = configSchema.properties as JsonObject;
  const missing = (at: (string | number)[], name: string): OperatorProblem => ({
    code: 'operator.field',
    pointer: pointer(at),
    message: `${at.join('.')} names the field "${name}", which configSchema.properties does not have.`,
  });
  const known = (name: string) => Object.hasOwn(properties, name.split('.')[0] ?? '');
  for (const [name, { showIf, accepts }] of Object.entries(hints) as [string, FieldHint][]) {
    if (!known(name)) yield missing(['hints', name], name);
    if (showIf && !known(showIf.path)) yield missing(['hints', name, 'showIf', 'path'], showIf.path);
    if (accepts && !Array.isArray(accepts) && !known(accepts.path))
      yield missing(['hints', name, 'accepts', 'path'], accepts.path);
  }
  if (Array.isArray(ports)) {
    const twice = ports.find((one, i) => ports.indexOf(one) !== i);
    if (twice !== undefined)
      yield { code: 'operator.value', pointer: '/ports', message: `"ports" names ${twice} twice. Remove one.` };
    return;
  }
  if (!known(ports.fromConfig)) yield missing(['ports', 'fromConfig'], ports.fromConfig);
  if (ports.optional !== undefined && !known(ports.optional)) yield missing(['ports', 'optional'], ports.optional);
}

/** The config of a fresh task fits the schema, but for what only a person can fill in: a text that is empty, a field left out. */
function* defaultProblems({ configSchema, defaults }: Manifest): Generator<OperatorProblem> {
  const filled = Object.fromEntries(Object.entries(defaults).map(([name, value]) => [name, value === '' ? 'x' : value]));
  for (const { kind, path, message } of checkValue(withDefaults(filled, configSchema), configSchema, 'The config')) {
    const blank = defaults[String(path[0])] === '' && path.length === 1 && kind !== 'type' && kind !== 'unknown-field';
    if (kind === 'missing' || blank) continue;
    yield { code: 'operator.default', pointer: pointer(['defaults', ...path]), message: `defaults: ${message}` };
  }
}
