import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '#domain/definition/schema/json.ts';
import type { WorkflowFile } from '#domain/definition/schema/workflow.ts';
import { catalog } from '#operators/catalog.ts';
import { freshStore, type FreshStore } from '#server/testing/fresh-store.ts';
import { createWorkflow } from './create.ts';
import { exportWorkflow } from './export.ts';
import { importWorkflow } from './import.ts';
import { moveWorkflows } from './move.ts';
import { listDeletedWorkflows } from './list-deleted.ts';
import { listWorkflows } from './list.ts';
import { saveDraft } from './save-draft.ts';
import { versionParams } from './version-params.ts';

let fresh: FreshStore;
beforeAll(async () => {
  fresh = await freshStore();
});
afterAll(() => fresh.close());

let at = Date.UTC(2026, 0, 1);
const act = () => ({ by: 'mara', at: (at += 1000) });
const noEngine = { nextOccurrences: () => Promise.reject(new Error('the engine is away')) };
const file = (id: string, more: Partial<WorkflowFile> = {}): string =>
  JSON.stringify({
    format: 'drawloom/workflow@1',
    id,
    name: id,
    triggers: [],
    tasks: [{ id: 'a', operator: 'noop@1', config: {} }],
    edges: [],
    ...more,
  });

describe('making', () => {
  it('makes ids out of names, one after the other', async () => {
    const { store } = fresh;
    const name = 'Tägliche Zahlen!';
    expect(await createWorkflow(store, { name, from: { type: 'blank' } }, act())).toEqual({ id: 'tagliche-zahlen' });
    expect(await createWorkflow(store, { name, from: { type: 'blank' } }, act())).toEqual({ id: 'tagliche-zahlen-2' });
    expect(await createWorkflow(store, { name: '日次', from: { type: 'blank' } }, act())).toEqual({ id: 'workflow' });
    expect(await store.drafts.get('tagliche-zahlen-2')).toMatchObject({ definition: { id: 'tagliche-zahlen-2', name } });
  });

  it('copies a draft under a new name, and begins from an example', async () => {
    const { store } = fresh;
    const { id } = await createWorkflow(store, { name: 'My weather', from: { type: 'example', id: 'daily-weather' } }, act());
    const copy = await createWorkflow(store, { name: 'Copy', from: { type: 'copy', id } }, act());
    const [a, b] = await Promise.all([store.drafts.get(id), store.drafts.get(copy.id)]);
    expect({ ...b?.definition, id, name: 'My weather' }).toEqual(a?.definition);
    await expect(createWorkflow(store, { name: 'x', from: { type: 'example', id: 'nope' } }, act())).rejects.toMatchObject({
      code: 'example.unknown',
    });
    await expect(createWorkflow(store, { name: 'x', from: { type: 'copy', id: 'nope' } }, act())).rejects.toMatchObject({
      code: 'workflow.unknown',
    });
  });
});

describe('folders', () => {
  it('moves all or none, and says where they were', async () => {
    const { store } = fresh;
    const ids: string[] = [];
    for (const name of ['In a', 'In b'])
      ids.push((await createWorkflow(store, { name, project: 'Old', from: { type: 'blank' } }, act())).id);
    await expect(moveWorkflows(store, { ids: [...ids, 'nope'], project: 'New' }, act())).rejects.toMatchObject({
      code: 'workflow.unknown',
    });
    expect((await store.workflows.get(ids[0]!))?.project).toBe('Old');
    expect(await moveWorkflows(store, { ids, project: 'New' }, act())).toEqual({
      before: ids.map((id) => ({ id, project: 'Old' })),
    });
    expect((await store.workflows.get(ids[1]!))?.project).toBe('New');
  });
});

describe('files', () => {
  it('export, delete, import: byte for byte the same', async () => {
    const { store } = fresh;
    const { id } = await createWorkflow(store, { name: 'Round trip', from: { type: 'example', id: 'cities-fan-in' } }, act());
    const before = await exportWorkflow(store, { id, source: 'draft' });
    expect(before.filename).toBe('round-trip.json');
    await store.workflows.setEnabled(id, true, at);
    await store.workflows.remove(id, at);
    await expect(exportWorkflow(store, { id, source: 'draft' })).rejects.toMatchObject({ code: 'workflow.unknown' });
    expect(await listDeletedWorkflows(store)).toEqual([{ id, project: '', name: 'Round trip', version: null, deletedAt: at }]);
    expect(await importWorkflow(store, catalog, { text: before.text }, act())).toEqual({
      id,
      problems: expect.any(Array) as unknown,
    });
    expect((await exportWorkflow(store, { id, source: 'draft' })).text).toBe(before.text);
    expect(await store.workflows.get(id)).toMatchObject({ deletedAt: null, enabled: false });
    expect(await listDeletedWorkflows(store)).toEqual([]);
  });

  it('take the next id when theirs is in use', async () => {
    expect((await importWorkflow(fresh.store, catalog, { text: file('twice') }, act())).id).toBe('twice');
    expect((await importWorkflow(fresh.store, catalog, { text: file('twice') }, act())).id).toBe('twice-2');
  });

  it('come in with their problems, but not when they are none', async () => {
    const broken = file('broken', { edges: [{ from: 'a', to: 'nowhere' }] });
    const { problems } = await importWorkflow(fresh.store, catalog, { text: broken }, act());
    expect(problems.some((problem) => problem.level === 'error')).toBe(true);
    await expect(importWorkflow(fresh.store, catalog, { text: '{"format": ' }, act())).rejects.toMatchObject({ status: 422 });
    await expect(importWorkflow(fresh.store, catalog, { text: '[]' }, act())).rejects.toMatchObject({ code: 'definition.type' });
  });

  it('say that nothing is published', async () => {
    await expect(exportWorkflow(fresh.store, { id: 'twice', source: 'published' })).rejects.toMatchObject({
      code: 'workflow.unpublished',
    });
  });
});

describe('drafts', () => {
  it('are saved over the revision they came from; the slower of two editors gets the other one back', async () => {
    const { store } = fresh;
    const { id } = await createWorkflow(store, { name: 'Two editors', from: { type: 'blank' } }, act());
    const first = (await store.drafts.get(id))!;
    const mine = { ...first.definition, description: 'mine' };
    const theirs = { ...first.definition, description: 'theirs' };
    const saved = await saveDraft(store, { workflowId: id, baseRevision: first.revision, definition: theirs }, act());
    await expect(
      saveDraft(store, { workflowId: id, baseRevision: first.revision, definition: mine }, act()),
    ).rejects.toMatchObject({
      code: 'draft.conflict',
      status: 409,
      details: { current: { revision: saved.revision, definition: { description: 'theirs' } } },
    });
    await expect(
      saveDraft(store, { workflowId: id, baseRevision: saved.revision, definition: { ...mine, id: 'other' } }, act()),
    ).rejects.toMatchObject({ code: 'draft.id' });
    await expect(
      saveDraft(store, { workflowId: id, baseRevision: saved.revision, definition: { ...mine, tasks: 3 } }, act()),
    ).rejects.toMatchObject({ code: 'definition.invalid', status: 422 });
    expect((await store.drafts.get(id))?.revision).toBe(saved.revision);
  });

  it('ask for the right before anything is written', async () => {
    const { store } = fresh;
    const draft = (await store.drafts.get('two-editors'))!;
    const forbid = () => {
      throw new Error('no right');
    };
    await expect(
      saveDraft(
        store,
        { workflowId: draft.workflowId, baseRevision: draft.revision, definition: draft.definition },
        act(),
        forbid,
      ),
    ).rejects.toThrow('no right');
    expect((await store.drafts.get(draft.workflowId))?.revision).toBe(draft.revision);
  });
});

describe('the list', () => {
  it('needs the same few statements for ten workflows as for forty', async () => {
    const { store, statements } = fresh;
    const count = async () => {
      statements.length = 0;
      await listWorkflows(store, noEngine, new Map(), catalog);
      return statements.length;
    };
    const before = await count();
    for (let n = 0; n < 30; n++) await createWorkflow(store, { name: `Many ${n}`, from: { type: 'blank' } }, act());
    expect(await count()).toBe(before);
    expect(before).toBeLessThanOrEqual(8);
  });

  it('counts a sub-workflow that is not there as an error, until it is', async () => {
    const { store } = fresh;
    const list = async (): Promise<unknown> =>
      (await listWorkflows(store, noEngine, new Map(), catalog)).find(({ id }) => id === 'parent')?.problems;
    const text = (id: string, tasks: unknown[]): string =>
      JSON.stringify({ format: 'drawloom/workflow@1', id, name: id, triggers: [], tasks, edges: [] });
    const parent = text('parent', [
      { id: 'call', operator: 'sub-workflow@1', config: { workflow: 'the-child' }, timeoutSec: 60 },
    ]);
    const imported = await importWorkflow(store, catalog, { text: parent }, { by: 'u1', at });
    expect(imported.problems).toMatchObject([{ code: 'child.unknown-workflow', level: 'error', task: 'call' }]);
    expect(await list()).toEqual({ errors: 1, warnings: 0 });
    await importWorkflow(store, catalog, { text: text('the-child', []) }, { by: 'u1', at });
    expect(await list()).toEqual({ errors: 0, warnings: 1 });
    // Its first version asks for a param that the parent does not give; its second one does not any more.
    const publish = (params?: JsonObject) =>
      store.versions.publish(
        'the-child',
        { ...(JSON.parse(text('the-child', [])) as WorkflowFile), ...(params ? { params } : {}) },
        JSON.stringify(params ?? null),
        '',
        null,
        at,
      );
    await publish({ type: 'object', properties: { city: { type: 'string' } }, required: ['city'] });
    expect(await list()).toEqual({ errors: 1, warnings: 0 });
    expect(await versionParams(store, { workflowId: 'the-child', version: 1 })).toMatchObject({
      params: { required: ['city'] },
    });
    await publish();
    expect(await list()).toEqual({ errors: 0, warnings: 0 });
    expect(await versionParams(store, { workflowId: 'the-child', version: 2 })).toEqual({ params: null });
    await expect(versionParams(store, { workflowId: 'the-child', version: 3 })).rejects.toMatchObject({
      code: 'version.unknown',
    });
  });

  it('shows what there is, also while the engine is away', async () => {
    const { store } = fresh;
    const text = file('listed', {
      name: 'Listed',
      tags: ['x'],
      triggers: [{ id: 'daily', type: 'cron', cron: ['0 6 * * *'], timezone: 'Europe/Zurich' }],
      edges: [{ from: 'a', to: 'nowhere' }],
    });
    await importWorkflow(store, catalog, { text, project: 'Team' }, { by: 'u1', at });
    const entry = (await listWorkflows(store, noEngine, new Map([['u1', 'Mara']]), catalog)).find(({ id }) => id === 'listed');
    expect(entry).toMatchObject({
      project: 'Team',
      owner: 'Mara',
      tags: ['x'],
      enabled: false,
      version: null,
      next: null,
      recent: [],
      running: [],
      operators: ['noop'],
      triggers: [{ id: 'daily', type: 'cron', timezone: 'Europe/Zurich', enabled: true }],
    });
    expect(entry?.problems.errors).toBeGreaterThan(0);
    expect(entry?.triggers[0]?.words).toMatch(/06:00|6:00/);
  });
});
