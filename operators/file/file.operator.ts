import { z } from 'zod';
import { defineOperator } from '#operators/manifest.ts';

const place = z.string().min(1).max(1_000);

/** Works on files of the folder `files`, and on artifacts. */
export const fileOperator = defineOperator({
  type: 'file',
  version: 1,
  title: 'File',
  group: 'Data',
  icon: 'file',
  description: 'Reads, writes, lists, copies, moves or removes files.',
  summary: '{{ config.action }} {{ config.path }}',
  ports: ['out'],
  config: z.strictObject({
    action: z.enum(['read', 'write', 'list', 'copy', 'move', 'remove']),
    path: place,
    to: place.optional(),
    content: z.json().optional(),
    append: z.boolean().default(false),
    format: z.enum(['text', 'json', 'csv', 'jsonl', 'parquet', 'artifact']).default('text'),
    into: z.enum(['rows', 'artifact']).default('rows'),
    pattern: z.string().max(500).optional(),
  }),
  hints: {
    action: { label: 'Action', widget: 'select', order: 1 },
    path: {
      label: 'Path',
      widget: 'file',
      order: 2,
      placeholder: 'reports/{{ ds }}.csv',
      help: 'Inside the folder files; or the path of an artifact.',
    },
    to: {
      label: 'To',
      widget: 'file',
      order: 3,
      placeholder: 'archive/{{ ds }}.csv',
      showIf: { path: 'action', in: ['copy', 'move'] },
    },
    content: {
      label: 'Content',
      widget: 'textarea',
      order: 4,
      help: 'Text as it is, anything else as JSON. A table wants a list of objects, or an artifact.',
      showIf: { path: 'action', in: ['write'] },
    },
    append: {
      label: 'Append',
      widget: 'switch',
      order: 5,
      help: 'Off: the file is replaced in one step.',
      showIf: { path: 'action', in: ['write'] },
    },
    format: {
      label: 'Format',
      widget: 'select',
      order: 6,
      help: 'csv, jsonl (a JSON object a line) and parquet are tables. artifact: kept as it is, for what is large or not text.',
      showIf: { path: 'action', in: ['read', 'write'] },
    },
    into: {
      label: 'Read into',
      widget: 'segments',
      order: 7,
      help: 'Of a table. Rows: a list of objects, at most 256 KiB. Artifact: as Parquet, for what is larger.',
      showIf: { path: 'action', in: ['read'] },
    },
    pattern: {
      label: 'Names',
      widget: 'text',
      order: 8,
      placeholder: '*.csv',
      help: '* stands for any characters, ** also for folders.',
      showIf: { path: 'action', in: ['list'] },
    },
  },
  defaults: { action: 'read', path: '' },
  sideEffects: 'external',
});
