import type { Database } from '../database.ts';
import type { Store } from '../store.ts';

/** Single values by key. */
export const settingsOf = ({ client }: Database): Store['settings'] => ({
  async get(key) {
    return (await client.setting.findUnique({ where: { key } }))?.value ?? null;
  },
  async put(key, value) {
    await client.setting.upsert({ where: { key }, create: { key, value }, update: { value } });
  },
  async putIfAbsent(key, value) {
    const count = await client.$executeRaw`
      INSERT INTO "setting" ("key", "value") VALUES (${key}, ${value}) ON CONFLICT ("key") DO NOTHING`;
    return count === 1;
  },
});
