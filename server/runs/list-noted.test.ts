import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createNote } from '#server/notes/create.ts';
import { aRun } from '#server/store/testing/rows.ts';
import { freshStore, type FreshStore } from '#server/testing/fresh-store.ts';
import { listNotedRuns } from './list-noted.ts';
import { noteExcerpt } from './note-excerpt.ts';

describe('runs by their notes', () => {
  let fresh: FreshStore;
  beforeAll(async () => {
    fresh = await freshStore();
    await fresh.store.commitTurn({
      newRuns: Array.from({ length: 5 }, (_, i) => aRun(`r${i}`, { number: i + 1, createdAt: 1000 + i })),
    });
    for (let i = 0; i < 5; i++)
      await createNote(
        fresh.store,
        { runId: `r${i}`, text: i % 2 === 0 ? `Disk full on host-${i}` : 'fine' },
        { by: 'u', at: i },
      );
  });
  afterAll(() => fresh.close());

  it('come newest first, with what matched, page by page', async () => {
    const first = await listNotedRuns(fresh.store, { note: '  disk  HOST ', limit: 2 });
    expect(first.runs.map(({ id, notes }) => [id, notes])).toEqual([
      ['r4', [{ task: null, mapIndex: null, text: 'Disk full on host-4' }]],
      ['r2', [{ task: null, mapIndex: null, text: 'Disk full on host-2' }]],
    ]);
    const second = await listNotedRuns(fresh.store, { note: 'disk host', limit: 2, cursor: first.nextCursor });
    expect(second.runs.map(({ id }) => id)).toEqual(['r0']);
    expect(second.nextCursor).toBeNull();
  });

  it('are none where nothing is asked, and a cursor of somebody else is refused', async () => {
    expect(await listNotedRuns(fresh.store, { note: '  ', limit: 2 })).toEqual({ runs: [], nextCursor: null });
    await expect(listNotedRuns(fresh.store, { note: 'disk', limit: 2, cursor: 'x' })).rejects.toMatchObject({
      code: 'runs.cursor',
    });
  });
});

describe('an excerpt', () => {
  it('is the whole of a short note in one line', () => {
    expect(noteExcerpt('Disk\n\nfull', ['full'])).toBe('Disk full');
  });

  it('stands round the first word that is found', () => {
    const cut = noteExcerpt(`${'a '.repeat(200)}the NEEDLE is here ${'b '.repeat(200)}`, ['here', 'needle']);
    expect(cut).toMatch(/^…(a )+the NEEDLE is here (b ?)+…$/);
    expect(cut.length).toBeLessThanOrEqual(202);
  });
});
