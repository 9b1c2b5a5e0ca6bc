import { poolUse, type PoolUse } from '#domain/admission/pool-use.ts';
import { Refusal } from '#server/refusal.ts';
import type { PoolRow, Store } from '#server/store/store.ts';
import type { Decider } from '../turn/decider.ts';

export interface PoolParts {
  store: Pick<Store, 'pools' | 'versions'>;
  decider: Decider;
  command<T>(decide: () => T): Promise<T>;
}

/** Name of the pool of tasks that name none. */
const defaultPool = 'default';
const namesShown = 5;

/** The pools: stored, and known to admission at once. One act at a time, so that both always agree. */
export class Pools {
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly parts: PoolParts) {}

  /** Every pool that exists or is asked for, with its use now. */
  list(): PoolUse[] {
    return poolUse(this.parts.decider.admission);
  }

  /** Stores the pool, then tells admission: what waited for room starts in the same turn. */
  put(pool: PoolRow): Promise<void> {
    return this.alone(async () => {
      await this.parts.store.pools.put(pool);
      await this.tell({ type: 'poolChanged', pool: pool.name, slots: pool.slots });
    });
  }

  /** Refuses `pool.unknown` (404), `pool.default` (409), and `pool.used` (409) while a task or a switched-on workflow needs it. */
  remove(name: string): Promise<void> {
    return this.alone(async () => {
      const { store, decider, command } = this.parts;
      if (name === defaultPool)
        throw new Refusal('pool.default', 'The default pool stays: tasks that name no pool use it. Resize it instead.', 409);
      const row = (await store.pools.list()).find((pool) => pool.name === name);
      if (!row) throw new Refusal('pool.unknown', `There is no pool ${name}.`, 404);
      const versions = await store.versions.enabled();
      const naming = versions.filter(({ definition }) => definition.tasks.some((task) => task.pool?.name === name));
      if (naming.length > 0)
        throw usedBy(
          name,
          naming.map(({ definition }) => definition.name ?? definition.id),
        );
      await command(() => {
        const asking = [...decider.admission.runs.values()].filter(({ requests }) =>
          [...requests.values()].some(({ wish }) => wish.pool === name),
        );
        if (asking.length > 0)
          throw usedBy(
            name,
            asking.map(({ run }) => `run ${run}`),
          );
        decider.tell({ type: 'poolRemoved', pool: name });
      });
      try {
        await store.pools.remove(name);
      } catch (error) {
        await this.tell({ type: 'poolChanged', pool: name, slots: row.slots });
        throw error;
      }
    });
  }

  private async tell(event: { type: 'poolChanged'; pool: string; slots: number }): Promise<void> {
    await this.parts.command(() => this.parts.decider.tell(event));
  }

  private alone<T>(act: () => Promise<T>): Promise<T> {
    const mine = this.last.then(act, act);
    this.last = mine.catch(() => {});
    return mine;
  }
}

function usedBy(name: string, users: string[]): Refusal {
  const more = users.length > namesShown ? ` and ${users.length - namesShown} more` : '';
  return new Refusal(
    'pool.used',
    `Pool ${name} is used by ${users.slice(0, namesShown).join(', ')}${more}. Let their tasks use another pool first.`,
    409,
    { users: users.slice(0, 100) },
  );
}
