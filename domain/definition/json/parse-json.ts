import type { Json, JsonObject } from '../schema/json.ts';
import { forbiddenKeys } from './forbidden-keys.ts';
import type { JsonFault } from './json-fault.ts';

type Answer = { ok: true; value: Json } | { ok: false; fault: JsonFault };

class Refused extends Error {
  fault: JsonFault;
  constructor(fault: JsonFault) {
    super(fault.message);
    this.fault = fault;
  }
}

const numberToken = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
// JSON forbids raw control characters inside a string.
const plainRun = /[^"\\\u0000-\u001f]*/y;
const escapes: Record<string, string> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

/** Where an offset stands, both from 1. */
function lineAndColumn(text: string, offset: number): { line: number; column: number } {
  let line = 1;
  let start = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) {
    line += 1;
    start = at + 1;
  }
  return { line, column: offset - start + 1 };
}

/**
 * Reads JSON text (RFC 8259), strictly. Unlike JSON.parse it names line and column, refuses a key that stands twice
 * (JSON.parse keeps the last in silence), keys that reach a prototype, integers beyond 2^53 and nesting deeper than `maxDepth`.
 */
export function parseJson(text: string, maxDepth: number): Answer {
  let at = 0;
  const path: (string | number)[] = [];

  const refuse = (code: JsonFault['code'], what: string, offset = at): never => {
    const { line, column } = lineAndColumn(text, offset);
    throw new Refused({ code, path: [...path], message: `Line ${line}, column ${column}: ${what}` });
  };
  const seen = (): string => (at >= text.length ? 'the end of the text' : `"${String.fromCodePoint(text.codePointAt(at) ?? 0)}"`);
  const space = (): void => {
    for (;;) {
      const c = text.charCodeAt(at);
      if (c !== 32 && c !== 10 && c !== 13 && c !== 9) return;
      at += 1;
    }
  };

  const string = (): string => {
    const start = at;
    at += 1;
    let value = '';
    for (;;) {
      plainRun.lastIndex = at;
      const run = plainRun.exec(text)?.[0] ?? '';
      value += run;
      at += run.length;
      if (at >= text.length) refuse('json.syntax', 'a string is not closed. Add the closing quote.', start);
      const c = text[at];
      if (c === '"') {
        at += 1;
        return value;
      }
      if (c !== '\\') refuse('json.syntax', 'a string holds a raw line break or control character. Write it as \\n or \\u0000.');
      const e = text[at + 1] ?? '';
      if (e === 'u') {
        const hex = text.slice(at + 2, at + 6);
        if (!/^[0-9a-fA-F]{4}$/.test(hex)) refuse('json.syntax', 'the escape \\u needs four hexadecimal digits.');
        value += String.fromCharCode(Number.parseInt(hex, 16));
        at += 6;
      } else {
        const plain = escapes[e];
        if (plain === undefined) refuse('json.syntax', `\\${e} is no escape of JSON. Write \\\\ for a backslash.`);
        value += plain ?? '';
        at += 2;
      }
    }
  };

  const value = (depth: number): Json => {
    space();
    const c = text[at];
    if (c === '{' || c === '[') {
      if (depth >= maxDepth) refuse('definition.cap', `the text is nested deeper than ${maxDepth} levels. Flatten it.`);
      return c === '{' ? object(depth + 1) : array(depth + 1);
    }
    if (c === '"') return string();
    for (const [word, meaning] of [
      ['true', true],
      ['false', false],
      ['null', null],
    ] as const) {
      if (text.startsWith(word, at)) {
        at += word.length;
        return meaning;
      }
    }
    numberToken.lastIndex = at;
    const token = numberToken.exec(text)?.[0];
    if (token === undefined) return refuse('json.syntax', `a value is expected, but ${seen()} is there.`);
    const number = Number(token);
    if (!Number.isFinite(number) || (Number.isInteger(number) && !Number.isSafeInteger(number)))
      refuse('json.number', `${token.slice(0, 40)} is beyond 2^53 and would change its value. Write it as a string.`);
    at += token.length;
    return number;
  };

  const object = (depth: number): JsonObject => {
    const result: JsonObject = {};
    at += 1;
    space();
    if (text[at] === '}') {
      at += 1;
      return result;
    }
    for (;;) {
      space();
      if (text[at] !== '"') refuse('json.syntax', `a key in quotes is expected, but ${seen()} is there.`);
      const start = at;
      const key = string();
      path.push(key);
      if (forbiddenKeys.has(key)) refuse('json.forbidden-key', `the key "${key}" is not allowed. Rename it.`, start);
      if (Object.hasOwn(result, key))
        refuse('json.duplicate-key', `the key "${key}" stands twice in one object. Remove one.`, start);
      space();
      if (text[at] !== ':') refuse('json.syntax', `":" is expected after the key "${key}", but ${seen()} is there.`);
      at += 1;
      result[key] = value(depth);
      path.pop();
      space();
      if (text[at] === ',') at += 1;
      else if (text[at] === '}') {
        at += 1;
        return result;
      } else refuse('json.syntax', `"," or "}" is expected, but ${seen()} is there.`);
    }
  };

  const array = (depth: number): Json[] => {
    const result: Json[] = [];
    at += 1;
    space();
    if (text[at] === ']') {
      at += 1;
      return result;
    }
    for (;;) {
      path.push(result.length);
      result.push(value(depth));
      path.pop();
      space();
      if (text[at] === ',') at += 1;
      else if (text[at] === ']') {
        at += 1;
        return result;
      } else refuse('json.syntax', `"," or "]" is expected, but ${seen()} is there.`);
    }
  };

  try {
    // Editors on Windows still write a byte order mark.
    if (text.charCodeAt(0) === 0xfeff) at = 1;
    const result = value(0);
    space();
    if (at < text.length) refuse('json.syntax', `the text goes on after its end: ${seen()} is there.`);
    return { ok: true, value: result };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, fault: error.fault };
    throw error;
  }
}
