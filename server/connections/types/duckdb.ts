import { z } from 'zod';
import { defineConnection } from '../connection-type.ts';

/** A DuckDB database in the folder `files`. */
export const duckdbConnection = defineConnection({
  type: 'duckdb',
  title: 'DuckDB file',
  icon: 'database',
  description: 'A DuckDB database in the folder files.',
  settings: z.strictObject({ file: z.string().trim().min(1).max(1_000), readOnly: z.boolean().default(false) }),
  hints: {
    file: {
      label: 'File',
      widget: 'file',
      order: 1,
      placeholder: 'shop.duckdb',
      help: 'Inside the folder files of the data directory.',
    },
    readOnly: { label: 'Read only', widget: 'switch', order: 2, help: 'No task may change it.' },
  },
  defaults: { file: '' },
  wants: () => [],
  host: () => null,
  resolve: ({ file, readOnly }) => ({ file: file ?? '', readOnly: readOnly === true }),
});
