import { missingAtEnd } from './missing-at-end.ts';

const signs: Record<string, string> = {
  IDENTIFIER: 'a name',
  RPAREN: ')',
  RBRACKET: ']',
  RBRACE: '}',
  LPAREN: '(',
  LBRACKET: '[',
  LBRACE: '{',
  COLON: ':',
  COMMA: ',',
  DOT: '.',
  QUESTION: '?',
};

/** What the library that reads conditions found in `text`, as the end of a sentence for people; null when it has no words of ours. */
export function conditionSyntaxWords(summary: string, text: string): string | null {
  const expected = /^Expected (\w+), got (\w+)/i.exec(summary);
  if (expected !== null) {
    const [, want = '', got = ''] = expected;
    if (want === 'COLON') return 'a choice has three parts: test ? this : that';
    return got === 'EOF' ? missingAtEnd(text) : `${signs[want] ?? 'something'} is missing before ${signs[got] ?? 'a value'}`;
  }
  const token = /^Unexpected token: (\w+)/i.exec(summary)?.[1];
  if (token === 'EOF') return missingAtEnd(text);
  if (token !== undefined)
    return signs[token] === undefined
      ? 'a value is missing before an operator'
      : `${signs[token]} stands where a value is expected`;
  // In quotes: all was read but this rest.
  if (/^Unexpected character: '/.test(summary))
    return /\b(and|or|not)\b/.test(text)
      ? 'write && for and, || for or, ! for not'
      : 'two values stand beside each other, put an operator such as && between them';
  const character = /^Unexpected character: (.)/u.exec(summary)?.[1];
  if (character === '=') return 'write == to compare';
  if (character === '&' || character === '|') return `write ${character}${character}`;
  if (character !== undefined) return `${character} cannot stand there`;
  return /^Unterminated/.test(summary) ? 'a quote is not closed' : null;
}
