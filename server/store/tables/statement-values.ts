import type { Database } from '../database.ts';

/** Values of one statement that is put together from parts. */
export interface StatementValues {
  /** In the order of their places. */
  readonly values: readonly (string | number)[];
  /** Takes the next value and gives its place in the statement, as the database writes it. */
  hole(value: string | number): string;
}

/** None yet; for one statement, whose parts are made in the order in which they stand. */
export function statementValues({ provider }: Pick<Database, 'provider'>): StatementValues {
  const values: (string | number)[] = [];
  return { values, hole: (value) => (values.push(value), provider === 'sqlite' ? '?' : `$${values.length}`) };
}
