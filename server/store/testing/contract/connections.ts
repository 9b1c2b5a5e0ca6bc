import { describe, expect, test } from 'vitest';
import type { StoreUnderTest } from '../../store-contract.ts';

const change = (name: string) => ({
  name,
  settings: { url: 'https://a.example', note: 'ß "quoted"' },
  host: 'https://a.example',
  secret: 'sealed',
  secretFields: ['token'],
});
const row = (id: string, name: string) => ({ id, type: 'http', createdBy: 'mara', ...change(name) });

/** Connections: names are unique, a change is made from the revision it names. */
export function connectionsContract({ store }: StoreUnderTest): void {
  describe('connections', () => {
    test('are read as they were written, by name', async () => {
      const { connections } = store();
      expect(await connections.list()).toEqual([]);
      expect(await connections.create(row('2', 'shop'), 10)).toBe('created');
      expect(await connections.create(row('1', 'Mail'), 11)).toBe('created');
      expect((await connections.list()).map(({ name }) => name)).toEqual(['Mail', 'shop']);
      const shop = await connections.byName('shop');
      expect(shop).toEqual({ ...row('2', 'shop'), lastTest: null, createdAt: 10, updatedAt: 10, revision: 1 });
      expect(await connections.get('2')).toEqual(shop);
      expect(await connections.get('3')).toBeNull();
      expect(await connections.byName('Shop')).toBeNull();
    });

    test('have a name that no other has, also after a change', async () => {
      const { connections } = store();
      await connections.create(row('1', 'a'), 10);
      await connections.create(row('2', 'b'), 10);
      expect(await connections.create(row('3', 'a'), 11)).toBe('exists');
      expect(await connections.update('2', 1, change('a'), 11)).toBe('exists');
      expect((await connections.get('2'))?.name).toBe('b');
    });

    test('of two changes from one revision one is a conflict, and a change forgets the test', async () => {
      const { connections } = store();
      await connections.create(row('1', 'a'), 10);
      expect(await connections.recordTest('1', 1, { at: 11, ok: true, message: 'It answers.' })).toBe(true);
      expect((await connections.get('1'))?.lastTest).toEqual({ at: 11, ok: true, message: 'It answers.' });
      const voided = { ...change('a'), host: 'https://b.example', secret: null, secretFields: [] };
      const answers = await Promise.all([
        connections.update('1', 1, voided, 12),
        connections.update('1', 1, { ...change('a'), secret: 'other' }, 12),
      ]);
      expect(answers.sort()).toEqual(['conflict', 'updated']);
      expect(await connections.get('1')).toMatchObject({ revision: 2, lastTest: null, updatedAt: 12, createdAt: 10 });
      expect(await connections.recordTest('1', 1, { at: 13, ok: false, message: 'late' })).toBe(false);
      expect((await connections.get('1'))?.lastTest).toBeNull();
      expect(await connections.update('9', 1, change('z'), 12)).toBe('conflict');
    });

    test('say whether anything is sealed, and go once', async () => {
      const { connections } = store();
      expect(await connections.aSecret()).toBeNull();
      await connections.create({ ...row('1', 'a'), secret: null, secretFields: [] }, 10);
      expect(await connections.aSecret()).toBeNull();
      await connections.create(row('2', 'b'), 10);
      expect(await connections.aSecret()).toBe('sealed');
      expect(await connections.remove('2')).toBe(true);
      expect(await connections.remove('2')).toBe(false);
      expect(await connections.aSecret()).toBeNull();
    });
  });
}
