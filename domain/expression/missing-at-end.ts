const operators = /(==|!=|<=|>=|\/\/|\*\*|&&|\|\||[-+*/%~<>=!?:&]|\b(?:and|or|not|in|is|if|elif|else|set|for))$/;

/** The bracket that was opened last and is not closed, quotes aside; null when all are. */
function unclosed(text: string): string | null {
  const open: string[] = [];
  let quote = '';
  for (let at = 0; at < text.length; at++) {
    const c = text[at] ?? '';
    if (quote !== '') {
      if (c === '\\') at++;
      else if (c === quote) quote = '';
    } else if (c === '"' || c === "'") quote = c;
    else if ('([{'.includes(c)) open.push(c);
    else if (')]}'.includes(c)) open.pop();
  }
  return open.at(-1) ?? null;
}

/** What a half-typed expression lacks, as the end of a sentence: `a name is missing after the dot`. Asked when a reader came to its end too early. */
export function missingAtEnd(source: string): string {
  const text = source.trim();
  if (text === '') return 'nothing stands in it';
  if (text.endsWith('.')) return 'a name is missing after the dot';
  if (text.endsWith('|') && !text.endsWith('||')) return 'a filter is missing after |';
  const operator = operators.exec(text)?.[1];
  if (operator !== undefined) return `something is missing after ${operator}`;
  if (text.endsWith(',')) return 'something is missing after the comma';
  const bracket = unclosed(text);
  if (bracket !== null) return `${{ '(': ')', '[': ']', '{': '}' }[bracket]} is missing at the end`;
  return 'something is missing at the end';
}
