/** What rows must be: column, how it is compared, with what. */
export type Condition = readonly [column: string, compare: '=' | '<>' | '>=' | '<', value: string | number];

export interface NewestPage {
  table: string;
  /** Column of the instant, and column of the id that orders rows of one instant. */
  at: string;
  id: string;
  /** The rows of one part or another are wanted; no row may be of two. */
  parts: readonly (readonly Condition[])[];
  /** Keyset: rows older than this. */
  before?: { at: number; id: string } | undefined;
  limit: number;
}

/**
 * SQL of the keys of a page of rows, newest first, as `"at"` and `"key"`: the union of one page a part. Each part reads at most `limit`
 * entries of an index that begins with its columns, and no row, where `IN` would sort all rows that fit. So a page costs the same however
 * many rows there are and however few of them fit.
 * @param hole takes a value and gives its place in the statement
 */
export function newestPageSql(
  { table, at, id, parts, before, limit }: NewestPage,
  hole: (value: string | number) => string,
): string {
  const part = (conditions: readonly Condition[]) => {
    const where = conditions.map(([column, compare, value]) => `x."${column}" ${compare} ${hole(value)}`);
    if (before) where.push(`(x."${at}", x."${id}") < (${hole(before.at)}, ${hole(before.id)})`);
    return `SELECT * FROM (SELECT x."${at}" AS "at", x."${id}" AS "key" FROM "${table}" x ${where.length === 0 ? '' : 'WHERE '}${where.join(' AND ')}
      ORDER BY x."${at}" DESC, x."${id}" DESC LIMIT ${hole(limit)}) page`;
  };
  return `${parts.map(part).join(' UNION ALL ')} ORDER BY "at" DESC, "key" DESC LIMIT ${hole(limit)}`;
}
