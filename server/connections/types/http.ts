import { z } from 'zod';
import type { JsonObject } from '#domain/definition/schema/json.ts';
import { defineConnection } from '../connection-type.ts';

const text = z.string().trim().max(2_000);
const secret = z.string().max(16_000);
const kinds: Record<string, string[]> = { basic: ['password'], bearer: ['token'], header: ['key'], query: ['key'] };

/** A server spoken to by HTTP, with its way to sign in. */
export const httpConnection = defineConnection({
  type: 'http',
  title: 'HTTP',
  icon: 'globe',
  description: 'A server spoken to by HTTP.',
  settings: z.strictObject({
    url: z
      .string()
      .trim()
      .max(8_000)
      .regex(/^https?:\/\/[^\s/?#@]+([/][^\s?#]*)?$/, 'an address such as https://api.example.com/v1/'),
    auth: z.enum(['none', 'basic', 'bearer', 'header', 'query']).default('none'),
    username: text.optional(),
    password: secret.optional(),
    token: secret.optional(),
    name: text.regex(/^[A-Za-z0-9!#$%&'*+.^_|~-]+$/, 'the name of a header or of a field of the query').optional(),
    key: secret.optional(),
  }),
  hints: {
    url: {
      label: 'Base address',
      widget: 'text',
      order: 1,
      placeholder: 'https://api.example.com/v1/',
      help: 'Its secret is sent to this host alone. Another host makes it void.',
    },
    auth: { label: 'Sign-in', widget: 'segments', order: 2 },
    username: { label: 'User', widget: 'text', order: 3, showIf: { path: 'auth', in: ['basic'] } },
    password: { label: 'Password', widget: 'secret', order: 4, showIf: { path: 'auth', in: ['basic'] } },
    token: { label: 'Token', widget: 'secret', order: 3, showIf: { path: 'auth', in: ['bearer'] } },
    name: {
      label: 'Name',
      widget: 'text',
      order: 3,
      placeholder: 'X-Api-Key',
      help: 'Of the header, or of the field of the query.',
      showIf: { path: 'auth', in: ['header', 'query'] },
    },
    key: { label: 'Key', widget: 'secret', order: 4, showIf: { path: 'auth', in: ['header', 'query'] } },
  },
  defaults: { url: '' },
  wants: ({ auth }) => kinds[String(auth)] ?? [],
  host: ({ url }) => new URL(String(url)).origin,
  resolve({ url, auth, username, name }, secrets) {
    const base = { url: String(url) };
    const named = typeof name === 'string' && name !== '' ? name : null;
    const key = secrets.key ?? '';
    const way: Record<string, JsonObject> = {
      basic: { username: String(username ?? ''), password: secrets.password ?? '' },
      bearer: secrets.token === undefined ? {} : { token: secrets.token },
      header: { headers: { [named ?? 'x-api-key']: key } },
      query: { query: { [named ?? 'key']: key } },
    };
    return { ...base, ...way[String(auth)] };
  },
  derived: ({ auth, username }, { password }) =>
    auth === 'basic' && password !== undefined ? [Buffer.from(`${String(username ?? '')}:${password}`).toString('base64')] : [],
});
