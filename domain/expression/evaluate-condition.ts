import type { Json, JsonObject } from '#domain/definition/schema/json.ts';
import { ConditionFault } from './condition-fault.ts';
import { parseCondition } from './parse-condition.ts';

/** A result of CEL as JSON: its integers are BigInt, its maps may be Map. What is no JSON (a duration, bytes) is refused. */
function toJson(value: unknown, depth: number): Json {
  if (typeof value === 'bigint') {
    const number = Number(value);
    if (!Number.isSafeInteger(number)) throw new ConditionFault('The condition gives a number beyond 2^53.');
    return number;
  }
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (value instanceof Date) return value.toISOString();
  if (depth < 64 && Array.isArray(value)) return value.map((entry) => toJson(entry, depth + 1));
  if (depth < 64 && typeof value === 'object') {
    const entries =
      value instanceof Map ? [...value] : Object.getPrototypeOf(value) === Object.prototype ? Object.entries(value) : null;
    if (entries !== null)
      return Object.fromEntries(entries.map(([key, entry]: [unknown, unknown]) => [String(key), toJson(entry, depth + 1)]));
  }
  throw new ConditionFault('The condition gives something that is no JSON. Turn it into true or false, a number or text.');
}

function sentence(text: string, error: unknown): string {
  const { code, summary, message } = error as { code?: string; summary?: string; message: string };
  const said = (summary ?? message).split('\n')[0] ?? '';
  const shown = text.length > 80 ? `${text.slice(0, 80)}…` : text;
  const name = /: (.*)$/.exec(said)?.[1] ?? '';
  if (code === 'no_such_key') return `"${shown}" reads "${name}", which does not exist. Ask with has(…) first.`;
  if (code === 'unknown_variable') return `"${shown}" reads "${name}", which is no name a condition knows.`;
  return `"${shown}" cannot be evaluated: ${said.charAt(0).toLowerCase()}${said.slice(1).replace(/\.$/, '')}.`;
}

/**
 * Evaluates a condition (CEL) over a scope of plain JSON: own fields only, no calls but CEL's own functions. Gives any JSON value; what counts as true
 * is the caller's to say. There is no step limit inside: whoever runs a stranger's condition over large data does it where it can be ended.
 * Throws `ConditionFault` with a sentence.
 */
export function evaluateCondition(text: string, scope: JsonObject): Json {
  const parsed = parseCondition(text);
  let value: unknown;
  try {
    value = parsed(scope);
  } catch (error) {
    throw new ConditionFault(sentence(text, error));
  }
  return toJson(value, 0);
}
