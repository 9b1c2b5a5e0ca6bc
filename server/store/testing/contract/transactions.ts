import { describe, expect, test } from 'vitest';
import { openedDatabases } from '../../opened-databases.ts';
import { openStore } from '../../open-store.ts';
import type { StoreUnderTest } from '../../store-contract.ts';
import { aRun } from '../rows.ts';

/** What Prisma's adapter for SQLite gets wrong as shipped; on PostgreSQL the same must hold. */
export function transactionsContract({ store, url }: StoreUnderTest): void {
  const databaseOf = (one = store()) => {
    const database = openedDatabases.get(one);
    if (!database) throw new Error('not opened');
    return database;
  };
  /** Something that happens in the middle of a transaction, and lets others go first. */
  const turnOfTheLoop = () => new Promise<void>((resolve) => setImmediate(resolve));

  describe('transactions', () => {
    test('a plain write beside an open transaction survives its rollback', async () => {
      let other: Promise<void> = Promise.resolve();
      const failed = databaseOf().transaction(async (tx) => {
        await tx.setting.create({ data: { key: 'inside', value: '1' } });
        other = store().settings.put('outside', '1');
        await turnOfTheLoop();
        throw new Error('on purpose');
      });
      await expect(failed).rejects.toThrow('on purpose');
      await other;
      expect(await store().settings.get('outside')).toBe('1');
      expect(await store().settings.get('inside')).toBeNull();
    });

    test('a turn beside an open transaction survives its rollback', async () => {
      let turn: Promise<unknown> = Promise.resolve();
      const failed = databaseOf().transaction(async (tx) => {
        await tx.setting.create({ data: { key: 'inside', value: '1' } });
        turn = store().commitTurn({ newRuns: [aRun('r')] });
        await turnOfTheLoop();
        throw new Error('on purpose');
      });
      await expect(failed).rejects.toThrow('on purpose');
      await turn;
      expect(await store().runs.get('r')).not.toBeNull();
    });

    test('nobody sees what is not committed', async () => {
      let seen: Promise<string | null> = Promise.resolve(null);
      await databaseOf()
        .transaction(async (tx) => {
          await tx.setting.create({ data: { key: 'inside', value: '1' } });
          seen = store().settings.get('inside');
          await turnOfTheLoop();
          throw new Error('on purpose');
        })
        .catch(() => {});
      expect(await seen).toBeNull();
    });

    test('two connections that read and then write both get through', async () => {
      const second = await openStore({ url: url(), role: 'tool', durability: 'D1' });
      try {
        const add = (one: typeof second, who: string) =>
          databaseOf(one).transaction(async (tx) => {
            await tx.setting.count();
            await turnOfTheLoop();
            await tx.setting.create({ data: { key: who, value: '' } });
          });
        const rounds = Array.from({ length: 20 }, (_, i) => i);
        await Promise.all(
          [store(), second].map(async (one, who) => {
            for (const i of rounds) await add(one, `${who}-${i}`);
          }),
        );
        expect(await databaseOf().client.setting.count()).toBe(40);
      } finally {
        await second.close();
      }
    });
  });
}
