/** A piece of SQL text: what a statement is made of, as far as cutting and parameters are concerned. */
export interface SqlToken {
  kind: 'text' | 'quoted' | 'comment' | 'parameter' | 'end';
  text: string;
}

/** Comments, quoted text and names, dollar quotes, `$name`, and semicolons; everything else is plain text. */
const token =
  /(?<comment>--[^\n]*|\/\*[\s\S]*?(?:\*\/|$))|(?<quoted>'(?:[^']|'')*(?:'|$)|"(?:[^"]|"")*(?:"|$)|`[^`]*(?:`|$)|\$(?<tag>[A-Za-z_]*)\$[\s\S]*?(?:\$\k<tag>\$|$))|(?<parameter>(?<![A-Za-z0-9_])\$[A-Za-z_][A-Za-z0-9_]*)|(?<end>;)/g;

/** Cuts SQL into tokens. */
function sqlTokens(sql: string): SqlToken[] {
  const tokens: SqlToken[] = [];
  let at = 0;
  for (const match of sql.matchAll(token)) {
    if (match.index > at) tokens.push({ kind: 'text', text: sql.slice(at, match.index) });
    const { comment, quoted, parameter } = match.groups!;
    const kind =
      comment !== undefined ? 'comment' : quoted !== undefined ? 'quoted' : parameter !== undefined ? 'parameter' : 'end';
    tokens.push({ kind, text: match[0] });
    at = match.index + match[0].length;
  }
  if (at < sql.length) tokens.push({ kind: 'text', text: sql.slice(at) });
  return tokens;
}

/**
 * Cuts a script at its semicolons, outside of quotes and comments. The body of a trigger holds semicolons of its own: it
 * goes up to `end;`. Statements that hold nothing but comments are left out.
 */
export function splitStatements(sql: string): SqlToken[][] {
  const statements: SqlToken[][] = [];
  let current: SqlToken[] = [];
  const plain = () => current.map(({ kind, text }) => (kind === 'comment' ? ' ' : text)).join('');
  const close = () => {
    if (plain().trim() !== '') statements.push(current);
    current = [];
  };
  for (const one of sqlTokens(sql)) {
    const inTrigger =
      one.kind === 'end' && /^\s*create\s+(temp(orary)?\s+)?trigger\b/i.test(plain()) && !/\bend\s*$/i.test(plain());
    if (one.kind === 'end' && !inTrigger) close();
    else current.push(one);
  }
  close();
  return statements;
}

/** Text of a statement. */
export const statementText = (statement: readonly SqlToken[]): string =>
  statement
    .map(({ text }) => text)
    .join('')
    .trim();

/** Statements that a transaction cannot hold, or that are about one. */
const alone =
  /^\s*(begin|start\s+transaction|commit|rollback|end|savepoint|vacuum|attach|detach|pragma|create\s+database|drop\s+database|reindex|set|use|install|load|checkpoint)\b/i;

/** Whether a script is to be run in a transaction of our own: it has several statements, and none that forbids it. */
export const wantsTransaction = (statements: readonly SqlToken[][]): boolean =>
  statements.length > 1 &&
  !statements.some((statement) => alone.test(statement.map(({ kind, text }) => (kind === 'comment' ? ' ' : text)).join('')));
