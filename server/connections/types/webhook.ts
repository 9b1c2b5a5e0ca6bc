import { z } from 'zod';
import type { JsonObject } from '#domain/definition/schema/json.ts';
import { defineConnection } from '../connection-type.ts';

/** A webhook whose address is the secret: who knows it may post. */
export const webhookConnection = defineConnection({
  type: 'webhook',
  title: 'Webhook',
  icon: 'bell',
  description: 'A webhook of a chat or alert service; its address is kept as a secret.',
  settings: z.strictObject({
    url: z
      .string()
      .trim()
      .max(8_000)
      .regex(/^https?:\/\/[^\s/?#@]+([/?][^\s#]*)?$/, 'an address such as https://hooks.example.com/…')
      .optional(),
  }),
  hints: {
    url: {
      label: 'Address',
      widget: 'secret',
      order: 1,
      placeholder: 'https://hooks.example.com/services/…',
      help: 'Kept as a secret: whoever knows it may post. Only its host is shown later.',
    },
  },
  defaults: {},
  wants: () => ['url'],
  host: (_settings, { url }) => (url === undefined ? null : new URL(url).origin),
  resolve(_settings, { url }) {
    const resolved: JsonObject = {};
    if (url !== undefined) resolved.url = url;
    return resolved;
  },
  // What tells it stands behind the host, which is no secret.
  derived: (_settings, { url }) => (url === undefined ? [] : [url.slice(new URL(url).origin.length + 1)]),
});
