import { z } from 'zod';
import { defineOperator } from '#operators/manifest.ts';

const path = z.string().min(1).max(500);

/** One HTTP request, or as many as a list has pages. */
export const httpOperator = defineOperator({
  type: 'http',
  version: 1,
  title: 'HTTP request',
  group: 'Data',
  icon: 'globe',
  description: 'Sends an HTTP request; its answer is the output.',
  summary: '{{ config.method | default("GET") }} {{ config.url }}',
  ports: ['out'],
  config: z.strictObject({
    method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD']).default('GET'),
    url: z.string().min(1).max(8_000),
    connection: z.string().max(200).optional(),
    query: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
    headers: z.record(z.string().regex(/^[A-Za-z0-9!#$%&'*+.^_|~-]+$/, 'a header name'), z.string().max(8_000)).optional(),
    body: z.json().optional(),
    response: z.enum(['json', 'text', 'artifact']).default('json'),
    expectStatus: z.string().max(200).optional(),
    timeoutSec: z.number().min(1).max(86_400).default(60),
    pages: z
      .strictObject({ next: path, items: path.optional(), max: z.number().int().min(1).max(1_000).default(100) })
      .optional(),
  }),
  hints: {
    method: { label: 'Method', widget: 'select', order: 1 },
    url: {
      label: 'Address',
      widget: 'text',
      order: 2,
      placeholder: 'https://api.example.com/orders',
      help: 'With a connection, a path is enough.',
    },
    connection: {
      label: 'Connection',
      widget: 'connection',
      order: 3,
      accepts: ['http'],
      help: 'Keeps the secret; it is sent to the host of the connection alone.',
    },
    query: { label: 'Query', widget: 'key-value', order: 4 },
    headers: { label: 'Headers', widget: 'key-value', order: 5 },
    body: {
      label: 'Body',
      widget: 'code',
      language: 'json',
      order: 6,
      help: 'Text is sent as it is, anything else as JSON.',
      showIf: { path: 'method', in: ['POST', 'PUT', 'PATCH', 'DELETE'] },
    },
    response: { label: 'Answer', widget: 'segments', order: 7, help: 'Artifact: kept as a file, for what is large or not text.' },
    expectStatus: {
      label: 'Expected status',
      widget: 'text',
      order: 8,
      placeholder: '200-299',
      help: 'Codes and ranges, separated by commas. Another status fails the task.',
    },
    timeoutSec: { label: 'Timeout', widget: 'duration', unit: 's', order: 9, help: 'For one request.' },
    pages: { label: 'Pages', order: 10, help: 'For a list that comes in pages: they are joined into one.' },
    'pages.next': {
      label: 'Next page',
      widget: 'text',
      order: 1,
      placeholder: 'paging.next',
      help: '"link" for the Link header, or the field of the answer that holds the next address.',
    },
    'pages.items': {
      label: 'Entries',
      widget: 'text',
      order: 2,
      placeholder: 'data',
      help: 'Field that holds the list. Empty: the answer is the list.',
    },
    'pages.max': { label: 'At most', widget: 'number', order: 3 },
  },
  defaults: { url: '' },
  credentials: ['http'],
  sideEffects: 'external',
});
