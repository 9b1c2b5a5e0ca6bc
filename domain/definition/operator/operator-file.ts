import '../schema/jitless.ts';
import { z } from 'zod';
import type { JsonObject } from '../schema/json.ts';
import type { Manifest } from '../schema/manifest.ts';

const jsonObject = z.record(z.string(), z.json()) as unknown as z.ZodType<JsonObject>;
const words = (most: number) => z.string().max(most);
const field = z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'a field has letters, digits and "_"');
const port = z.string().regex(/^[A-Za-z0-9_-]{1,60}$/, 'a port has 1 to 60 letters, digits, "_" or "-"');

/** How one field of the config is drawn; the same words as those of the built-in operators. */
const hint = z.strictObject({
  widget: z
    .enum([
      'text',
      'textarea',
      'code',
      'number',
      'switch',
      'segments',
      'select',
      'key-value',
      'list',
      'condition',
      'duration',
      'file',
      'connection',
    ])
    .optional(),
  language: z.enum(['sql', 'python', 'javascript', 'shell', 'json', 'cel']).optional(),
  label: words(80).optional(),
  placeholder: words(200).optional(),
  help: words(500).optional(),
  unit: words(20).optional(),
  order: z.number().int().min(-1000).max(1000).optional(),
  accepts: z
    .union([
      z.array(words(60)).max(20),
      z.strictObject({ path: words(200), of: z.record(z.string(), z.array(words(60)).max(20)) }),
    ])
    .optional(),
  showIf: z.strictObject({ path: words(200), in: z.array(z.json()).min(1).max(50) }).optional(),
});

/** `operator.json` of a user's own operator: a manifest (definition.md) and the program that does the work. */
export const operatorFileSchema = z.strictObject({
  $schema: z.string().optional(),
  type: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,59}$/, 'a type begins with a small letter and has small letters, digits and "-", 60 at most'),
  version: z.number().int().min(1).max(9999).default(1),
  title: z.string().trim().min(1).max(60),
  group: z.enum(['Code', 'Flow', 'Data', 'Sensors', 'Your operators']).default('Your operators'),
  icon: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/, 'the name of a lucide icon, in small letters')
    .default('box'),
  description: words(300).default(''),
  summary: words(500).default(''),
  ports: z
    .union([
      z.array(port).min(1).max(50),
      z.strictObject({ fromConfig: field, each: field.default('port'), optional: field.optional() }),
    ])
    .default(['out']),
  configSchema: jsonObject.default({ type: 'object', properties: {} }),
  hints: z.record(z.string().max(200), hint).default({}),
  defaults: jsonObject.default({}),
  credentials: z.array(words(60)).max(20).optional(),
  sideEffects: z.enum(['none', 'external']).default('external'),
  waits: z.boolean().optional(),
  run: z.array(z.string().min(1).max(4096)).min(1).max(64),
});

/** What a good `operator.json` says. */
export interface OperatorFile {
  manifest: Manifest;
  /** Program and arguments, as written: names of the folder's files, or a program of the system. */
  run: [string, ...string[]];
}
