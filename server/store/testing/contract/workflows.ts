import { describe, expect, test } from 'vitest';
import type { StoreUnderTest } from '../../store-contract.ts';
import { aWorkflow } from '../rows.ts';

/** Workflows, drafts, versions. */
export function workflowsContract({ store, statements }: StoreUnderTest): void {
  const make = (id: string, project = '') =>
    store().workflows.create({ id, project, name: `Name ${id}`, tags: ['x'], createdBy: 'mara' }, aWorkflow(id), 10);

  describe('workflows', () => {
    test('an id is made once, in whatever project', async () => {
      expect(await make('w')).toBe('created');
      expect(await make('w')).toBe('exists');
      expect(await make('w', 'other')).toBe('exists');
      expect(await store().workflows.get('w')).toEqual({
        id: 'w',
        project: '',
        name: 'Name w',
        tags: ['x'],
        enabled: false,
        version: null,
        createdAt: 10,
        updatedAt: 10,
        deletedAt: null,
        createdBy: 'mara',
      });
      expect(await store().drafts.get('w')).toMatchObject({ revision: 1, baseVersion: null, definition: aWorkflow('w') });
    });

    test('two who make the same id at once: one makes it', async () => {
      const answers = await Promise.all(Array.from({ length: 6 }, () => make('w')));
      expect(answers.sort()).toEqual(['created', 'exists', 'exists', 'exists', 'exists', 'exists']);
      expect(await store().drafts.getAll()).toHaveLength(1);
    });

    test('a list learns which drafts have changed, and reads those', async () => {
      for (const id of ['a', 'b', 'c']) await make(id);
      const saved = await store().drafts.save('b', 1, aWorkflow('b', 'B'), null, 12);
      expect(saved).toEqual({ ok: true, revision: 2 });
      const revisions = await store().drafts.revisions();
      expect(revisions.sort((x, y) => x.workflowId.localeCompare(y.workflowId))).toEqual([
        { workflowId: 'a', revision: 1 },
        { workflowId: 'b', revision: 2 },
        { workflowId: 'c', revision: 1 },
      ]);
      expect(await store().drafts.getSome(['b', 'none'])).toMatchObject([
        { workflowId: 'b', revision: 2, definition: { name: 'B' } },
      ]);
      expect(await store().drafts.getSome([])).toEqual([]);
    });

    test('a removed one is off and out of the list, and comes back', async () => {
      await make('w');
      await store().workflows.setEnabled('w', true, 11);
      expect(await store().workflows.remove('w', 12)).toBe(true);
      expect(await store().workflows.remove('w', 13)).toBe(false);
      expect(await store().workflows.list()).toEqual([]);
      await make('v');
      expect(await store().workflows.deleted()).toMatchObject([{ id: 'w', deletedAt: 12 }]);
      await store().workflows.remove('v', 14);
      expect((await store().workflows.deleted()).map(({ id }) => id)).toEqual(['v', 'w']);
      expect(await store().workflows.get('w')).toMatchObject({ deletedAt: 12, enabled: false });
      expect(await store().workflows.setEnabled('w', true, 14)).toBe(false);
      expect(await store().workflows.restore('w', 15)).toBe(true);
      expect(await store().workflows.restore('w', 16)).toBe(false);
      expect(await store().workflows.list()).toMatchObject([{ id: 'w', deletedAt: null }]);
      expect((await store().workflows.deleted()).map(({ id }) => id)).toEqual(['v']);
    });

    test('some move into a project, those that are deleted do not', async () => {
      for (const id of ['a', 'b', 'c']) await make(id);
      await store().workflows.remove('c', 11);
      expect(await store().workflows.move(['a', 'c', 'none'], 'Reports', 12)).toBe(1);
      expect((await store().workflows.list()).map(({ id, project }) => [id, project])).toEqual([
        ['a', 'Reports'],
        ['b', ''],
      ]);
      expect(await store().workflows.get('c')).toMatchObject({ project: '' });
    });

    test('the list is by name', async () => {
      for (const id of ['b', 'A', 'c', 'ä'])
        await store().workflows.create({ id, project: '', name: id, tags: [], createdBy: null }, aWorkflow(id), 1);
      expect((await store().workflows.list()).map(({ name }) => name)).toEqual(['A', 'ä', 'b', 'c']);
    });
  });

  describe('drafts', () => {
    test('a save names its base; a newer one comes back untouched', async () => {
      await make('w');
      const mine = { ...aWorkflow('w'), description: 'mine' };
      expect(await store().drafts.save('w', 1, mine, 'mara', 20)).toEqual({ ok: true, revision: 2 });
      const lost = await store().drafts.save('w', 1, aWorkflow('w'), 'olu', 21);
      expect(lost).toEqual({
        ok: false,
        current: { workflowId: 'w', revision: 2, definition: mine, baseVersion: null, savedAt: 20, savedBy: 'mara' },
      });
      expect(await store().drafts.save('none', 1, aWorkflow('none'), null, 22)).toEqual({ ok: false, current: null });
    });

    test('of many saves over one base, one wins', async () => {
      await make('w');
      const answers = await Promise.all(
        Array.from({ length: 8 }, (_, i) => store().drafts.save('w', 1, aWorkflow('w', `name ${i}`), null, 20)),
      );
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
      expect((await store().drafts.get('w'))?.revision).toBe(2);
    });

    test('before the first publish the workflow goes by its draft’s name, afterwards by its published one', async () => {
      await make('w');
      await store().drafts.save('w', 1, { ...aWorkflow('w', 'Draft'), tags: ['d'] }, null, 20);
      expect(await store().workflows.get('w')).toMatchObject({ name: 'Draft', tags: ['d'], updatedAt: 20 });
      await store().versions.publish('w', aWorkflow('w', 'Published'), 'h1', '', null, 30);
      await store().drafts.save('w', 2, aWorkflow('w', 'Later'), null, 40);
      expect(await store().workflows.get('w')).toMatchObject({ name: 'Published', tags: [], updatedAt: 40 });
    });

    test('a definition comes out as it went in: key order, every letter', async () => {
      await make('w');
      const definition = { ...aWorkflow('w'), params: { z: 1, a: { '10': '\u0000\ud800 ß 漢 😀', '9': null } } };
      await store().drafts.save('w', 1, definition, null, 20);
      expect(JSON.stringify((await store().drafts.get('w'))?.definition)).toBe(JSON.stringify(definition));
    });
  });

  describe('versions', () => {
    test('numbers rise; the same hash is the same version', async () => {
      await make('w');
      expect(await store().versions.newest('w')).toBeNull();
      const one = await store().versions.publish('w', aWorkflow('w'), 'h1', 'first', 'mara', 30);
      expect(one).toEqual({
        workflowId: 'w',
        version: 1,
        definition: aWorkflow('w'),
        hash: 'h1',
        message: 'first',
        publishedAt: 30,
        publishedBy: 'mara',
      });
      expect(await store().versions.publish('w', aWorkflow('w'), 'h1', 'again', null, 31)).toEqual(one);
      expect((await store().versions.publish('w', aWorkflow('w', 'Two'), 'h2', '', null, 32)).version).toBe(2);
      expect((await store().versions.publish('w', aWorkflow('w'), 'h1', 'back', null, 33)).version).toBe(3);
      expect((await store().versions.list('w')).map(({ version, hash }) => [version, hash])).toEqual([
        [3, 'h1'],
        [2, 'h2'],
        [1, 'h1'],
      ]);
      expect(await store().versions.get('w', 2)).toMatchObject({ definition: { name: 'Two' } });
      expect(await store().versions.get('w', 9)).toBeNull();
      expect(await store().drafts.get('w')).toMatchObject({ baseVersion: 3 });
    });

    test('the scheduler gets the newest version of what is on and not removed, in one statement', async () => {
      for (const id of ['on', 'off', 'gone', 'unpublished']) await make(id);
      for (const id of ['on', 'off', 'gone']) {
        await store().versions.publish(id, aWorkflow(id), 'h1', '', null, 1);
        await store().versions.publish(id, aWorkflow(id), 'h2', '', null, 2);
      }
      for (const id of ['on', 'gone', 'unpublished']) await store().workflows.setEnabled(id, true, 3);
      await store().workflows.remove('gone', 4);
      const before = statements().length;
      expect(await store().versions.enabled()).toMatchObject([{ workflowId: 'on', version: 2, hash: 'h2', publishedAt: 2 }]);
      expect(statements().length - before).toBe(1);
    });
  });
}
