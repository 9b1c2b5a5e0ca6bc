import type { Database } from '../database.ts';
import type { Store } from '../store.ts';

/** Pools by name. */
export const poolsOf = ({ client }: Database): Store['pools'] => ({
  list: () => client.pool.findMany({ orderBy: { name: 'asc' } }),
  async put({ name, slots, description }) {
    await client.pool.upsert({ where: { name }, create: { name, slots, description }, update: { slots, description } });
  },
  async remove(name) {
    const { count } = await client.pool.deleteMany({ where: { name } });
    return count > 0;
  },
});
