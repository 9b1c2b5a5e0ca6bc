import { describe, expect, test } from 'vitest';
import type { StoreUnderTest } from '../../store-contract.ts';
import { aChunk, anAttempt, aRun, someEvents } from '../rows.ts';

/** Reads of a run's parts, pools and settings. */
export function readsContract({ store }: StoreUnderTest): void {
  describe('reads', () => {
    test('events come by number, from the middle of a batch, over many batches', async () => {
      await store().commitTurn({ newRuns: [aRun('r')] });
      const sizes = [3, 1, 5, ...Array.from({ length: 300 }, () => 1)];
      let firstSeq = 1;
      for (const size of sizes) {
        await store().commitTurn({ events: [{ runId: 'r', firstSeq, at: 1, events: someEvents(size) }] });
        firstSeq += size;
      }
      const seqs = async (after: number, limit: number) => (await store().runs.events('r', after, limit)).map(({ seq }) => seq);
      expect(await seqs(0, 2)).toEqual([1, 2]);
      expect(await seqs(1, 4)).toEqual([2, 3, 4, 5]);
      expect(await seqs(6, 2)).toEqual([7, 8]);
      expect(await seqs(firstSeq - 2, 10)).toEqual([firstSeq - 1]);
      expect(await seqs(firstSeq - 1, 10)).toEqual([]);
      expect(await seqs(0, 10_000)).toEqual(Array.from({ length: firstSeq - 1 }, (_, i) => i + 1));
      expect((await store().runs.events('r', 6, 1))[0]?.event).toMatchObject({ at: 3 });
      expect(await store().runs.events('none', 0, 10)).toEqual([]);
    });

    test('whole histories of many runs, but of none that has a snapshot', async () => {
      const ids = Array.from({ length: 500 }, (_, i) => `r${String(i).padStart(4, '0')}`);
      await store().commitTurn({
        newRuns: ids.map((id, i) => aRun(id, { number: i + 1 })),
        events: ids.map((runId) => ({ runId, firstSeq: 1, at: 1, events: someEvents(2) })),
      });
      await store().commitTurn({
        events: ids.slice(0, 3).map((runId) => ({ runId, firstSeq: 3, at: 2, events: someEvents(1) })),
        snapshots: [{ runId: 'r0001', seq: 3, machine: 1, state: new Uint8Array([1]) }],
      });
      const histories = await store().runs.histories([...ids, 'none']);
      expect(histories.get('r0000')).toEqual((await store().runs.events('r0000', 0, 9)).map(({ event }) => event));
      expect(histories.get('r0000')).toHaveLength(3);
      expect(histories.get('r0003')).toHaveLength(2);
      expect([...histories.keys()].sort()).toEqual(ids.filter((id) => id !== 'r0001'));
      expect(await store().runs.histories([])).toEqual(new Map());
    });

    test('runs before and after another by logical time, the nearest first; runs of drafts and of others are none of them', async () => {
      const at = (id: string, number: number, logicalTime: number, more = {}) => aRun(id, { number, logicalTime, ...more });
      const base = at('base', 1, 50);
      await store().commitTurn({
        newRuns: [
          base,
          ...[10, 20, 30, 70, 80].map((time, n) => at(`r${time}`, n + 2, time)),
          at('same', 10, 50),
          at('draft', 11, 40, { version: 0 }),
          at('other', 12, 60, { workflowId: 'v' }),
        ],
      });
      const around = async (which: 'past' | 'future', limit: number) => {
        const { runs, more } = await store().runs.around(base, which, limit);
        return [runs.map(({ id }) => id), more];
      };
      expect(await around('past', 2)).toEqual([['r30', 'r20'], 1]);
      expect(await around('past', 3)).toEqual([['r30', 'r20', 'r10'], 0]);
      expect(await around('future', 9)).toEqual([['r70', 'r80'], 0]);
    });

    test('the run right before another, by logical time and then by number', async () => {
      const at = (id: string, number: number, logicalTime: number, more = {}) => aRun(id, { number, logicalTime, ...more });
      // Far more than a page of newer ones that lie before in time, as a backfill makes them.
      const backfill = Array.from({ length: 300 }, (_, n) => at(`b${n}`, 10 + n, n - 1_000));
      const [base, same] = [at('base', 3, 50), at('same', 2, 50)];
      const others = [at('draft', 4, 49, { version: 0 }), at('v', 1, 49, { workflowId: 'v' }), at('late', 5, 50)];
      await store().commitTurn({ newRuns: [at('r40', 1, 40), same, base, ...others, ...backfill] });
      const before = async (run: typeof base, drafts = false) => (await store().runs.previous(run, drafts))?.id;
      expect(await before(base)).toBe('same');
      expect(await before(same)).toBe('r40');
      expect(await before(same, true)).toBe('draft');
      expect(await before(at('', 1, 40))).toBe('b299');
      expect(await before(backfill[0]!)).toBeUndefined();
    });

    test('attempts: of a run, of a task, of one copy, in order; the open ones of all runs', async () => {
      await store().commitTurn({
        newRuns: [aRun('r'), aRun('s', { number: 2 })],
        newAttempts: [
          anAttempt('r', 'a', 2, { status: 'running' }),
          anAttempt('r', 'a', 1, { status: 'failed' }),
          anAttempt('r', 'm', 1, { id: 'r/m#0@1', mapIndex: 0, status: 'success' }),
          anAttempt('r', 'm', 1, { id: 'r/m#1@1', mapIndex: 1, status: 'parked' }),
          anAttempt('s', 'a', 1, { status: 'queued', queuedAt: 1 }),
          anAttempt('s', 'b', 1, { status: 'cancelled' }),
        ],
      });
      const ids = async (rows: Promise<{ id: string }[]>) => (await rows).map(({ id }) => id);
      expect(await ids(store().runs.attempts('r'))).toEqual(['r/a@1', 'r/a@2', 'r/m#0@1', 'r/m#1@1']);
      expect(await ids(store().runs.attempts('r', 'a'))).toEqual(['r/a@1', 'r/a@2']);
      expect(await ids(store().runs.attempts('r', 'm', 1))).toEqual(['r/m#1@1']);
      expect(await ids(store().runs.openAttempts())).toEqual(['s/a@1', 'r/m#1@1', 'r/a@2']);
      expect(await store().runs.attempt('none')).toBeNull();
    });

    test('an output is that of the newest attempt that succeeded', async () => {
      await store().commitTurn({
        newRuns: [aRun('r')],
        newAttempts: [
          anAttempt('r', 'a', 1, { status: 'success', output: 'old' }),
          anAttempt('r', 'a', 2, { status: 'success', output: { v: 'new' } }),
          anAttempt('r', 'a', 3, { status: 'failed', output: 'not this' }),
          anAttempt('r', 'b', 1, { status: 'running' }),
          anAttempt('r', 'c', 1, { status: 'success', output: null }),
        ],
      });
      expect(await store().runs.outputs('r')).toEqual([
        { task: 'a', mapIndex: -1, output: { v: 'new' } },
        { task: 'c', mapIndex: -1, output: null },
      ]);
    });

    test('logs come in pages; the last piece tells where to go on', async () => {
      await store().commitTurn({ logs: [1, 2, 3].map((seq) => aChunk('a', seq, `line ${seq}`)) });
      expect((await store().runs.logs('a', 1, 1)).map(({ text }) => text)).toEqual(['line 2']);
      expect((await store().runs.lastLog('a'))?.seq).toBe(3);
      expect(await store().runs.lastLog('none')).toBeNull();
    });

    test('numbers of runs go on from the highest', async () => {
      expect(await store().runs.nextNumber('w')).toBe(1);
      await store().commitTurn({ newRuns: [aRun('r', { number: 41 })] });
      expect(await store().runs.nextNumber('w')).toBe(42);
      expect(await store().runs.nextNumber('v')).toBe(1);
    });

    test('pools are put and listed by name', async () => {
      await store().pools.put({ name: 'web', slots: 2, description: '' });
      await store().pools.put({ name: 'db', slots: 4, description: 'x' });
      await store().pools.put({ name: 'db', slots: 8, description: 'y' });
      expect(await store().pools.list()).toEqual([
        { name: 'db', slots: 8, description: 'y' },
        { name: 'web', slots: 2, description: '' },
      ]);
    });

    test('a setting is put always, or once', async () => {
      expect(await store().settings.get('k')).toBeNull();
      await store().settings.put('k', '1');
      await store().settings.put('k', '2');
      expect(await store().settings.get('k')).toBe('2');
      const first = await Promise.all(['a', 'b', 'c'].map((value) => store().settings.putIfAbsent('once', value)));
      expect(first.filter(Boolean)).toHaveLength(1);
      expect(await store().settings.putIfAbsent('k', '3')).toBe(false);
      expect(await store().settings.get('k')).toBe('2');
    });

    test('it answers', async () => {
      await expect(store().ping()).resolves.toBeUndefined();
    });
  });
}
