import { describe, expect, it } from 'vitest';
import { numberParameters } from './run-postgres.ts';
import { splitStatements, statementText, wantsTransaction } from './split-statements.ts';

const split = (sql: string) => splitStatements(sql).map(statementText);

describe('a script', () => {
  it('is cut outside of quotes, comments and bodies', () => {
    expect(split(`select ';' as "a;b"; -- c;d\n/* e;f */ select $$g;h$$, $t$i;$t$ ;;\n`)).toEqual([
      `select ';' as "a;b"`,
      `-- c;d\n/* e;f */ select $$g;h$$, $t$i;$t$`,
    ]);
    expect(split('-- only a comment;')).toEqual([]);
    expect(split("select 'open; end")).toEqual(["select 'open; end"]);
  });

  it('runs in a transaction when it has several statements and none forbids it', () => {
    expect(wantsTransaction(splitStatements('delete from a; insert into a select 1'))).toBe(true);
    expect(wantsTransaction(splitStatements('delete from a'))).toBe(false);
    expect(wantsTransaction(splitStatements('/* x */ attach "a"; select 1'))).toBe(false);
  });
});

describe('parameters', () => {
  it('are numbered where they are parameters', () => {
    const [statement] = splitStatements("select $b, '$a', $$ $a $$, $a + $b, x$1, price$a");
    expect(numberParameters(statement!, { a: 1, b: 2 })).toEqual({
      text: "select $1, '$a', $$ $a $$, $2 + $1, x$1, price$a",
      values: [2, 1],
    });
  });
});
