import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseJson } from './parse-json.ts';

const code = (text: string): string => {
  const answer = parseJson(text, 64);
  return answer.ok ? 'ok' : answer.fault.code;
};

describe('parseJson', () => {
  test('reads what JSON.parse reads, to the same value', () => {
    fc.assert(
      fc.property(fc.json({ stringUnit: 'binary' }), fc.constantFrom(undefined, 1, '\t'), (text, indent) => {
        const value: unknown = JSON.parse(text);
        const written = JSON.stringify(value, null, indent);
        const answer = parseJson(written, 1000);
        if (answer.ok) expect(answer.value).toEqual(JSON.parse(written));
        else expect(['json.number', 'json.forbidden-key']).toContain(answer.fault.code);
      }),
    );
  });

  test('refuses what JSON.parse refuses', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'{}[]",:\\u01e-.+ntrfas \n\u0001') }), (text) => {
        let good = true;
        try {
          JSON.parse(text);
        } catch {
          good = false;
        }
        const answer = parseJson(text, 1000);
        if (!good) expect(answer.ok).toBe(false);
        else if (!answer.ok) expect(['json.number', 'json.duplicate-key']).toContain(answer.fault.code);
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    ['{"a": 1, "a": 2}', 'json.duplicate-key'],
    ['{"__proto__": 1}', 'json.forbidden-key'],
    ['{"a": {"constructor": 1}}', 'json.forbidden-key'],
    ['{"\\u005f_proto__": 1}', 'json.forbidden-key'],
    ['9007199254740993', 'json.number'],
    ['1e400', 'json.number'],
    ['9007199254740991', 'ok'],
    ['[1,]', 'json.syntax'],
    ['{"a":1,}', 'json.syntax'],
    ["{'a':1}", 'json.syntax'],
    ['// no\n1', 'json.syntax'],
    ['01', 'json.syntax'],
    ['', 'json.syntax'],
    ['"\\x41"', 'json.syntax'],
    ['"a', 'json.syntax'],
    ['['.repeat(65) + ']'.repeat(65), 'definition.cap'],
    ['['.repeat(64) + ']'.repeat(64), 'ok'],
    ['['.repeat(200_000), 'definition.cap'],
  ])('%s is %s', (text, expected) => expect(code(text)).toBe(expected));

  test('says line, column and place', () => {
    const answer = parseJson('{\n  "tasks": [\n    {"id": tru}\n  ]\n}', 64);
    expect(answer).toEqual({
      ok: false,
      fault: {
        code: 'json.syntax',
        path: ['tasks', 0, 'id'],
        message: 'Line 3, column 12: a value is expected, but "t" is there.',
      },
    });
  });
});
