import { z } from 'zod';
import { defineConnection } from '../connection-type.ts';
import { bare, hostName, port } from './place-fields.ts';

/** A mail server that takes mail. */
export const smtpConnection = defineConnection({
  type: 'smtp',
  title: 'SMTP',
  icon: 'mail',
  description: 'A server that sends e-mail.',
  settings: z.strictObject({
    host: hostName,
    port: port.optional(),
    security: z.enum(['starttls', 'tls', 'none']).default('starttls'),
    username: z.string().trim().max(500).optional(),
    password: z.string().max(4_000).optional(),
    from: z.string().trim().min(3).max(500),
  }),
  hints: {
    host: { label: 'Host', widget: 'text', order: 1, placeholder: 'smtp.example.com' },
    port: { label: 'Port', widget: 'number', order: 2, placeholder: '587, or 465 with TLS' },
    security: {
      label: 'Encryption',
      widget: 'segments',
      order: 3,
      help: 'STARTTLS is insisted on: a server without it gets no mail.',
    },
    username: { label: 'User', widget: 'text', order: 4, help: 'Empty: no sign-in.' },
    password: { label: 'Password', widget: 'secret', order: 5 },
    from: { label: 'Sender', widget: 'text', order: 6, placeholder: 'Drawloom <drawloom@example.com>' },
  },
  defaults: { host: '', from: '' },
  wants: ({ username }) => (typeof username === 'string' && username !== '' ? ['password'] : []),
  host: ({ host, port: number, security }) => `smtp://${bare(String(host))}:${portOf(number, security)}`,
  resolve: ({ host, port: number, security, username, from }, { password }) => ({
    host: String(host),
    port: portOf(number, security),
    secure: security === 'tls',
    requireTLS: security === undefined || security === 'starttls',
    ignoreTLS: security === 'none',
    ...(typeof username === 'string' && username !== '' ? { username, password: password ?? '' } : {}),
    from: String(from),
  }),
  derived: ({ username }, { password }) =>
    // AUTH PLAIN and AUTH LOGIN, as they stand in a protocol.
    password === undefined ? [] : [Buffer.from(`\0${String(username ?? '')}\0${password}`).toString('base64')],
});

const portOf = (number: unknown, security: unknown): number => Number(number ?? (security === 'tls' ? 465 : 587));
