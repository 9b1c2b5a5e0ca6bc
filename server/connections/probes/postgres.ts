import type { Probe } from './probe.ts';

/** Signs in and asks who the server is. */
export const probePostgres: Probe = async ({ url }) => {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: String(url), connectionTimeoutMillis: 8_000, application_name: 'drawloom' });
  // An error that comes late must not end the program before it has answered.
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string; name: string }>(
      `select current_setting('server_version') as version, current_user as name`,
    );
    return { ok: true, message: `PostgreSQL ${rows[0]?.version.split(' ')[0]} answers; signed in as ${rows[0]?.name}.` };
  } finally {
    await client.end().catch(() => {});
  }
};
