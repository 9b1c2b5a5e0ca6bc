import { startPostgres } from '#server/store/testing/postgres.ts';
import { startChild } from './child.ts';
import type { Peer } from './peer.ts';
import { postJson } from './post-json.ts';
import { program } from './program.ts';

const version = '5.3.0';

/** DBOS: steps of a function, each recorded in PostgreSQL; a server of its own with every commit flushed to the disk. */
export const dbos: Peer = {
  id: 'dbos',
  label: `DBOS ${version}`,
  durability: 'D2',
  packages: [`@dbos-inc/dbos-sdk@${version}`],
  shapes: ['fibo', 'ask', 'echo', 'noop', 'fan'],
  async start(folder) {
    const postgres = await startPostgres({ durable: true });
    if (!postgres) throw new Error('it needs PostgreSQL, whose `initdb` and `postgres` were not found');
    const child = startChild(process.execPath, [program('dbos.mjs')], {
      cwd: folder,
      env: { DBOS_DATABASE: await postgres.freshDatabase() },
      ipc: true,
    });
    const stop = async () => {
      await child.stop();
      await postgres.stop();
    };
    try {
      const { port } = (await child.firstMessage) as { port: number };
      const call = (workflow: string, input: object) => postJson(`http://127.0.0.1:${port}/${workflow}`, input);
      return {
        chain: async (steps) => (await call('chain', { steps })) as unknown[],
        fan: async (width) => (await call('fan', { width })) as number,
        stop,
      };
    } catch (error) {
      await stop();
      throw error;
    }
  },
};
