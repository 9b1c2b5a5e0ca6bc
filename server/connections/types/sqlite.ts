import { z } from 'zod';
import { defineConnection } from '../connection-type.ts';

/** A SQLite database in the folder `files`. */
export const sqliteConnection = defineConnection({
  type: 'sqlite',
  title: 'SQLite file',
  icon: 'database',
  description: 'A SQLite database in the folder files.',
  settings: z.strictObject({ file: z.string().trim().min(1).max(1_000), readOnly: z.boolean().default(false) }),
  hints: {
    file: {
      label: 'File',
      widget: 'file',
      order: 1,
      placeholder: 'shop.sqlite',
      help: 'Inside the folder files of the data directory.',
    },
    readOnly: { label: 'Read only', widget: 'switch', order: 2, help: 'No task may change it.' },
  },
  defaults: { file: '' },
  wants: () => [],
  host: () => null,
  resolve: ({ file, readOnly }) => ({ file: file ?? '', readOnly: readOnly === true }),
});
