import { missingAtEnd } from './missing-at-end.ts';

const signs: Record<string, string> = {
  Pipe: '|',
  Dot: '.',
  Comma: ',',
  Colon: ':',
  Equals: '=',
  OpenParen: '(',
  OpenSquareBracket: '[',
  OpenCurlyBracket: '{',
  CloseParen: ')',
  CloseSquareBracket: ']',
  CloseCurlyBracket: '}',
};
const ends = new Set(['CloseExpression', 'CloseStatement']);
const statements = 'if, for, set and raw';

function unexpected(token: string, text: string): string {
  if (ends.has(token)) return missingAtEnd(text);
  if (token === 'Dot' || /[\w\])]\s*\.\s*[|,)\]}+*/%~<>=-]/.test(text)) return 'a name is missing after the dot';
  const sign = signs[token];
  return sign === undefined ? 'a value is missing before an operator' : `${sign} stands where a name or a value is expected`;
}

function wanted(got: string, want: string, text: string): string {
  if (ends.has(got)) return missingAtEnd(text);
  if (!ends.has(want)) return `${signs[want] ?? 'something'} is missing`;
  if (got === 'Equals') return 'write == to compare';
  const sign = signs[got];
  return sign === undefined
    ? 'two values stand beside each other, put an operator or | and a filter between them'
    : `${sign} cannot stand there`;
}

function statement(name: string): string {
  return /^(end|el)/.test(name)
    ? `{% ${name} %} belongs to no {% if %} or {% for %} before it`
    : `there is no {% ${name} %}, known are ${statements}`;
}

/**
 * What the library that reads templates found, as the end of a sentence for people, never in its own words. `text` is the inside of the
 * braces where that is known, else ''.
 */
export function templateSyntaxWords(error: unknown, text: string): string {
  const message = error instanceof Error ? error.message : '';
  // Its reader runs off the end of the tokens when a statement is never closed.
  if (error instanceof TypeError) return 'an {% if %} or {% for %} is not closed, add {% endif %} or {% endfor %}';
  const token = /^Unexpected token: (\w+)/.exec(message)?.[1];
  if (token !== undefined) return unexpected(token, text);
  const pair = /(\w+) !== (\w+)\.$/.exec(message);
  if (pair !== null) return wanted(pair[1] ?? '', pair[2] ?? '', text);
  const character = /^Unexpected character: (.)/u.exec(message)?.[1];
  if (character === '&') return 'write and in place of &&';
  if (character !== undefined) return `${character} cannot stand there`;
  const name = /^Unknown statement type: (.*)/.exec(message)?.[1];
  if (name !== undefined) return statement(name);
  if (/^Unknown statement/.test(message)) return `a word is missing after {%, known are ${statements}`;
  if (/end of input/.test(message)) return 'a quote is not closed';
  if (/escape/.test(message)) return 'a backslash in a text is followed by something that cannot be escaped';
  if (/loop variable/.test(message)) return 'write {% for item in list %}';
  if (/dot operator/.test(message)) return "only a name can follow a dot, write ['…'] for anything else";
  if (/for the filter/.test(message)) return 'only the name of a filter can follow |';
  if (/for the test/.test(message)) return 'only the name of a test can follow is';
  if (/slice|member/.test(message)) return 'a value is missing between [ and ]';
  return 'something is missing or out of place';
}
