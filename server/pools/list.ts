import type { PoolUse } from '#domain/admission/pool-use.ts';
import type { EngineCommands } from '#server/engine/commands.ts';
import type { Store } from '#server/store/store.ts';

/** A pool with what people wrote about it. */
export interface PoolItem extends PoolUse {
  description: string;
}

/** Every pool, by name, with its use now: those that exist, and those that tasks ask for in vain. */
export async function listPools(store: Store, engine: EngineCommands): Promise<PoolItem[]> {
  const [rows, uses] = await Promise.all([store.pools.list(), engine.pools()]);
  const described = new Map(rows.map(({ name, description }) => [name, description]));
  return uses.map((use) => ({ ...use, description: described.get(use.name) ?? '' }));
}
