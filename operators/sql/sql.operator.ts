import { z } from 'zod';
import { defineOperator } from '#operators/manifest.ts';

/** SQL on files and tables, in a process of its own. */
export const sqlOperator = defineOperator({
  type: 'sql',
  version: 1,
  title: 'SQL',
  group: 'Data',
  icon: 'database',
  description: 'Runs SQL on DuckDB, SQLite or PostgreSQL, in a process of its own.',
  summary: '{{ config.database }}, {{ config.query }}',
  ports: ['out'],
  config: z.strictObject({
    database: z.enum(['duckdb', 'sqlite', 'postgres']),
    file: z.string().max(1_000).optional(),
    connection: z.string().max(200).optional(),
    url: z.string().max(2_000).optional(),
    query: z.string().min(1).max(1_000_000),
    parameters: z
      .record(
        z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'a parameter has letters, digits and "_"'),
        z.union([z.string(), z.number(), z.boolean(), z.null()]),
      )
      .optional(),
    output: z.enum(['rows', 'artifact', 'none']).default('rows'),
  }),
  hints: {
    database: { label: 'Database', widget: 'segments', order: 1 },
    file: {
      label: 'File',
      widget: 'file',
      order: 3,
      placeholder: 'weather.duckdb',
      help: 'Instead of a connection: a database in the folder files, made when it is not there. Both empty: in memory.',
      showIf: { path: 'database', in: ['duckdb', 'sqlite'] },
    },
    connection: {
      label: 'Connection',
      widget: 'connection',
      order: 2,
      accepts: { path: 'database', of: { duckdb: ['duckdb'], sqlite: ['sqlite'], postgres: ['postgres'] } },
    },
    url: {
      label: 'Address',
      widget: 'text',
      order: 3,
      placeholder: 'postgresql://reader@localhost:5432/shop',
      help: 'Instead of a connection. A password written here can be read by everybody who sees the workflow.',
      showIf: { path: 'database', in: ['postgres'] },
    },
    query: {
      label: 'Query',
      widget: 'code',
      language: 'sql',
      order: 4,
      help: 'Several statements are separated by semicolons and run in one transaction; the rows of the last one are the output.',
    },
    parameters: {
      label: 'Parameters',
      widget: 'key-value',
      order: 5,
      help: 'Values for $name in the query. A value may be a template; it is never read as SQL.',
    },
    output: { label: 'Output', widget: 'segments', order: 6, help: 'Rows: a list of objects. Artifact: a Parquet file.' },
  },
  defaults: { database: 'duckdb', query: '' },
  credentials: ['postgres', 'sqlite', 'duckdb'],
  sideEffects: 'external',
});
