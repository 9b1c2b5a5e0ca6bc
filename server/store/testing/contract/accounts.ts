import { describe, expect, test } from 'vitest';
import { authDatabase } from '../../auth-database.ts';
import type { StoreUnderTest } from '../../store-contract.ts';
import { StoreConflict } from '../../store.ts';

/** Accounts as better-auth keeps them, over the store's own connection. */
export function accountsContract({ store }: StoreUnderTest): void {
  describe('accounts', () => {
    test('there is none, then there is one, and an address is there once', async () => {
      expect(await store().accounts.exist()).toBe(false);
      const database = authDatabase(store())({});
      const at = new Date(1_700_000_000_000);
      const person = { name: 'Mara', email: 'mara@example.com', emailVerified: true, createdAt: at, updatedAt: at };
      const user = await database.create({ model: 'user', data: person });
      expect(await store().accounts.exist()).toBe(false);
      await database.create({
        model: 'account',
        data: { accountId: 'x', providerId: 'credential', userId: user.id, password: 'hash', createdAt: at, updatedAt: at },
      });
      expect(await store().accounts.exist()).toBe(true);
      const found = await database.findOne<{ createdAt: Date; emailVerified: boolean }>({
        model: 'user',
        where: [{ field: 'email', value: 'mara@example.com' }],
      });
      expect(found).toMatchObject({ createdAt: at, emailVerified: true });
      await expect(database.create({ model: 'user', data: person })).rejects.toBeInstanceOf(StoreConflict);
    });
  });
}
