import { z } from 'zod';
import { defineOperator } from '#operators/manifest.ts';

const address = z.string().min(1).max(2_000);

/** Tells people or programs something, by e-mail or by a webhook. */
export const notifyOperator = defineOperator({
  type: 'notify',
  version: 1,
  title: 'Notify',
  group: 'Data',
  icon: 'bell',
  description: 'Sends an e-mail or calls a webhook.',
  summary: '{{ config.channel }} {{ config.to | default(config.url | default("")) }}',
  ports: ['out'],
  config: z.strictObject({
    channel: z.enum(['email', 'webhook']),
    connection: z.string().max(200).optional(),
    to: address.optional(),
    subject: z.string().max(500).optional(),
    url: address.optional(),
    message: z.string().min(1).max(100_000),
  }),
  hints: {
    channel: { label: 'By', widget: 'segments', order: 1 },
    connection: {
      label: 'Connection',
      widget: 'connection',
      order: 2,
      accepts: { path: 'channel', of: { email: ['smtp'], webhook: ['webhook', 'http'] } },
      help: 'The mail server, or the webhook whose address is a secret.',
    },
    to: {
      label: 'To',
      widget: 'text',
      order: 3,
      placeholder: 'ada@example.com, team@example.com',
      showIf: { path: 'channel', in: ['email'] },
    },
    subject: { label: 'Subject', widget: 'text', order: 4, showIf: { path: 'channel', in: ['email'] } },
    url: {
      label: 'Address',
      widget: 'text',
      order: 3,
      placeholder: 'https://hooks.example.com/…',
      help: 'Instead of a connection.',
      showIf: { path: 'channel', in: ['webhook'] },
    },
    message: {
      label: 'Message',
      widget: 'textarea',
      order: 5,
      placeholder: '{{ run.workflow }}: {{ tasks.count.output }} rows on {{ ds }}',
    },
  },
  defaults: { channel: 'webhook', message: '' },
  credentials: ['smtp', 'webhook', 'http'],
  sideEffects: 'external',
});
