import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { findPostgres } from '../../../scripts/find-postgres.mjs';

/** A PostgreSQL server of its own for one test file. */
export interface TestPostgres {
  /** A fresh, empty database each time. */
  freshDatabase(): Promise<string>;
  /** Ends the server as a crash does, or starts it again on the same files; only when it is ours. */
  stop(): Promise<void>;
}

/** PostgreSQL refuses to run as root; then it runs as `postgres`, or as `nobody`. */
function account(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  for (const name of ['postgres', 'nobody']) {
    try {
      const id = (flag: string) =>
        Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim());
      return { uid: id('-u'), gid: id('-g') };
    } catch {
      continue;
    }
  }
  throw new Error(
    'PostgreSQL does not run as root and there is no account "postgres" or "nobody"; set DATABASE_URL_TEST to an empty database.',
  );
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))));
    });
  });
}

async function createDatabase(adminUrl: string, number: number): Promise<string> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  const name = `drawloom_${process.pid}_${number}`;
  try {
    await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${name}`);
  } finally {
    await client.end();
  }
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/**
 * Starts a real PostgreSQL in a temporary directory on a loopback port; with DATABASE_URL_TEST that server is used and
 * left running. Null when there is neither. `durable`: every commit is flushed to a disk, as a server in use does it; tests need not.
 */
export async function startPostgres({ durable = false } = {}): Promise<TestPostgres | null> {
  let number = 0;
  const given = process.env.DATABASE_URL_TEST;
  if (given) return { freshDatabase: () => createDatabase(given, ++number), stop: async () => {} };
  const bin = findPostgres();
  if (!bin) return null;
  const as: { uid?: number; gid?: number } = account() ?? {};
  // /tmp may be memory; /var/tmp is on a disk.
  const parent = durable && existsSync('/var/tmp') ? '/var/tmp' : os.tmpdir();
  const directory = mkdtempSync(path.join(parent, 'drawloom-pg-'));
  if (as.uid !== undefined && as.gid !== undefined) chownSync(directory, as.uid, as.gid);
  chmodSync(directory, 0o700);
  const data = path.join(directory, 'data');
  execFileSync(
    path.join(bin, 'initdb'),
    ['-D', data, '-U', 'drawloom', '--auth=trust', '--no-sync', '-E', 'UTF8', '--locale=C'],
    {
      ...as,
      cwd: directory,
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  const port = await freePort();
  // fsync off is for the tests' speed only: what is tested is our SQL, not PostgreSQL's log.
  const settings = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=`,
    `fsync=${durable ? 'on' : 'off'}`,
    'max_connections=60',
  ];
  const server = spawn(path.join(bin, 'postgres'), ['-D', data, ...settings.flatMap((setting) => ['-c', setting])], {
    ...as,
    cwd: directory,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  server.stderr?.on('data', (bytes: Buffer) => (said = (said + bytes.toString()).slice(-4000)));
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const kill = () => server.kill('SIGKILL');
  process.once('exit', kill);
  const adminUrl = `postgresql://drawloom@127.0.0.1:${port}/postgres`;
  for (let turn = 0; ; turn++) {
    const client = new pg.Client({ connectionString: adminUrl });
    try {
      await client.connect();
      await client.end();
      break;
    } catch (cause) {
      await client.end().catch(() => {});
      if (turn > 300 || server.exitCode !== null) throw new Error(`PostgreSQL did not start: ${said}`, { cause });
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  return {
    freshDatabase: () => createDatabase(adminUrl, ++number),
    stop: async () => {
      process.off('exit', kill);
      server.kill('SIGINT');
      await ended;
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
