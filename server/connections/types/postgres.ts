import { z } from 'zod';
import { defineConnection } from '../connection-type.ts';
import { bare, hostName, port } from './place-fields.ts';

/** A PostgreSQL database. */
export const postgresConnection = defineConnection({
  type: 'postgres',
  title: 'PostgreSQL',
  icon: 'database',
  description: 'A PostgreSQL database.',
  settings: z.strictObject({
    host: hostName,
    port: port.default(5432),
    database: z.string().trim().min(1).max(63),
    user: z.string().trim().min(1).max(63),
    password: z.string().max(4_000).optional(),
    tls: z.enum(['disable', 'no-verify', 'verify-full']).default('disable'),
  }),
  hints: {
    host: { label: 'Host', widget: 'text', order: 1, placeholder: 'db.example.com' },
    port: { label: 'Port', widget: 'number', order: 2 },
    database: { label: 'Database', widget: 'text', order: 3, placeholder: 'shop' },
    user: { label: 'User', widget: 'text', order: 4 },
    password: { label: 'Password', widget: 'secret', order: 5 },
    tls: { label: 'Encryption', widget: 'select', order: 6, help: 'verify-full also checks who the server is.' },
  },
  defaults: { host: '', database: '', user: '' },
  wants: () => ['password'],
  host: (settings) => `postgresql://${hostOf(settings)}`,
  resolve(settings, { password }) {
    const { user, database, tls } = settings;
    const person = `${encodeURIComponent(String(user))}${password === undefined ? '' : `:${encodeURIComponent(password)}`}`;
    return {
      url: `postgresql://${person}@${hostOf(settings)}/${encodeURIComponent(String(database))}?sslmode=${String(tls ?? 'disable')}`,
    };
  },
});

const hostOf = ({ host, port: number }: { host?: unknown; port?: unknown }): string =>
  `${bare(String(host))}:${Number(number ?? 5432)}`;
