import { z } from 'zod';
import { defineOperator } from '#operators/manifest.ts';

const name = z.string().regex(/^[A-Za-z_][A-Za-z0-9_]{0,62}$/, 'a table has letters, digits and "_"');

/** Tables in, a table out, by one query. */
export const transformOperator = defineOperator({
  type: 'transform',
  version: 1,
  title: 'Transform',
  group: 'Data',
  icon: 'table-2',
  description: 'Makes a table from tables by one SQL query; it reaches nothing but them.',
  summary: '{{ config.query }}',
  ports: ['out'],
  config: z.strictObject({
    tables: z.record(name, z.json()),
    query: z.string().min(1).max(1_000_000),
    output: z.enum(['rows', 'parquet', 'csv', 'json']).default('rows'),
  }),
  hints: {
    tables: {
      label: 'Tables',
      widget: 'key-value',
      order: 1,
      help: 'Name and source: {{ tasks.extract.output }} (a list of objects, or an artifact), or a file such as in/rain.csv.',
    },
    query: {
      label: 'Query',
      widget: 'code',
      language: 'sql',
      order: 2,
      placeholder: 'select city, sum(mm) as mm from input group by city',
      help: 'One query of DuckDB. It sees the tables above and nothing else: no other file, no network.',
    },
    output: { label: 'Output', widget: 'segments', order: 3, help: 'Rows: a list of objects. Else an artifact.' },
  },
  defaults: { tables: { input: '' }, query: 'select * from input' },
  sideEffects: 'none',
});
