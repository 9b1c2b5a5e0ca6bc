/** Names that are written in their own way. */
const proper: Record<string, string> = {
  duckdb: 'DuckDB',
  sqlite: 'SQLite',
  postgres: 'PostgreSQL',
  json: 'JSON',
  csv: 'CSV',
  parquet: 'Parquet',
};

/** `lastLine` → `Last line`, `GET` stays: a value as a person reads it. */
export const choiceWords = (value: string): string =>
  proper[value] ??
  (value === value.toUpperCase() || value.includes('/')
    ? value
    : value
        .replace(/([a-z])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`)
        .replace(/[_-]/g, ' ')
        .replace(/^./, (c) => c.toUpperCase()));
