import { describe, expect, test } from 'vitest';
import type { ApprovalRow } from '../../approval-row.ts';
import type { NoteFilter } from '../../note-row.ts';
import type { StoreUnderTest } from '../../store-contract.ts';
import { aRun } from '../rows.ts';

const anApproval = (attemptId: string, more: Partial<ApprovalRow> = {}): ApprovalRow => ({
  attemptId,
  runId: 'r',
  workflowId: 'w',
  task: 'ask',
  mapIndex: -1,
  attempt: 1,
  message: 'Go on?\0',
  form: { properties: { b: { type: 'number' }, a: {} } },
  audience: { role: 'editor', people: ['ada@example.com'] },
  status: 'waiting',
  askedAt: 10,
  dueAt: 20,
  answeredAt: null,
  answeredBy: null,
  comment: null,
  answers: null,
  ...more,
});
const end = (status: ApprovalRow['status'], by: string) => ({
  status,
  answeredAt: 15,
  answeredBy: by,
  comment: 'ß',
  answers: { z: 1, a: [null] },
});

/** What people are asked, which run started which, and what people write beside a run. */
export function peopleContract({ store }: StoreUnderTest): void {
  describe('approvals', () => {
    test('are read as they were written, and asked twice stand once', async () => {
      await store().commitTurn({ newRuns: [aRun('r')], approvals: [anApproval('a')] });
      await store().commitTurn({ approvals: [anApproval('a', { message: 'again' })] });
      expect(await store().approvals.get('a')).toEqual(anApproval('a', { message: 'Go on?\u2400' }));
      expect(await store().approvals.get('b')).toBeNull();
    });

    test('end once: of two ends the first counts', async () => {
      await store().commitTurn({
        newRuns: [aRun('r')],
        approvals: [anApproval('a')],
        approvalEnds: [{ attemptId: 'a', set: end('approved', 'ada') }],
      });
      await store().commitTurn({ approvalEnds: [{ attemptId: 'a', set: end('rejected', 'bo') }] });
      expect(await store().approvals.get('a')).toMatchObject(end('approved', 'ada'));
    });

    test('are listed newest first by page, workflow, run and status', async () => {
      const rows = ['a', 'b', 'c', 'd'].map((id, n) =>
        anApproval(id, { askedAt: n < 2 ? 1 : n, ...(n === 3 ? { workflowId: 'v', runId: 's' } : {}) }),
      );
      await store().commitTurn({
        newRuns: [aRun('r')],
        approvals: rows,
        approvalEnds: [{ attemptId: 'b', set: end('rejected', 'bo') }],
      });
      const { approvals } = store();
      const ids = async (filter: Parameters<typeof approvals.list>[0]) =>
        (await approvals.list(filter)).map(({ attemptId }) => attemptId);
      expect(await ids({ limit: 9 })).toEqual(['d', 'c', 'b', 'a']);
      expect(await ids({ limit: 2, before: { askedAt: 2, attemptId: 'c' } })).toEqual(['b', 'a']);
      expect(await ids({ limit: 9, before: { askedAt: 1, attemptId: 'b' } })).toEqual(['a']);
      expect(await ids({ limit: 9, workflowId: 'v' })).toEqual(['d']);
      expect(await ids({ limit: 9, runId: 'r', status: ['waiting'] })).toEqual(['c', 'a']);
      expect((await approvals.waiting(2)).map(({ attemptId }) => attemptId)).toEqual(['a', 'c']);
    });
  });

  describe('child runs', () => {
    const link = (runId: string, attempt: number) => ({ runId, parentRunId: 'r', task: 'call', mapIndex: -1, attempt, depth: 1 });

    test('one for each attempt: a second one is refused, and nothing of its turn is written', async () => {
      await store().commitTurn({ newRuns: [aRun('r'), aRun('c1', { number: 2 })], childRuns: [link('c1', 1)] });
      const twice = { newRuns: [aRun('c2', { number: 3 })], childRuns: [link('c2', 1)] };
      await expect(store().commitTurn(twice)).rejects.toMatchObject({ code: 'store.duplicate' });
      expect(await store().runs.get('c2')).toBeNull();
      await store().commitTurn({ newRuns: [aRun('c2', { number: 3 })], childRuns: [link('c2', 2)] });
      expect(await store().childRuns.of(['r', 'x'])).toEqual([link('c1', 1), link('c2', 2)]);
      expect(await store().childRuns.of([])).toEqual([]);
      // As many as an engine may find unfinished: more than one statement may name.
      const many = Array.from({ length: 40_000 }, (_, i) => `other-${i}`);
      expect(await store().childRuns.of([...many, 'r'])).toEqual([link('c1', 1), link('c2', 2)]);
      expect(await store().childRuns.get('c2')).toEqual(link('c2', 2));
      expect(await store().childRuns.get('r')).toBeNull();
    });
  });

  describe('notes', () => {
    const note = { id: 'n', runId: 'r', task: null, mapIndex: null, text: 'late', createdAt: 5, createdBy: 'ada' };

    test('of two changes from one revision one counts; a removed one is gone', async () => {
      const { notes } = store();
      await notes.create(note);
      await notes.create({ ...note, id: 'm', task: 'load', mapIndex: 3, createdAt: 6 });
      expect(await notes.list('r')).toMatchObject([
        { ...note, updatedAt: 5, revision: 1 },
        { id: 'm', task: 'load', mapIndex: 3 },
      ]);
      const changes = await Promise.all([notes.update('n', 1, 'one', 7), notes.update('n', 1, 'two', 7)]);
      expect(changes.sort()).toEqual([false, true]);
      expect(await notes.get('n')).toMatchObject({ revision: 2, updatedAt: 7 });
      expect(await notes.remove('n')).toBe(true);
      expect(await notes.remove('n')).toBe(false);
      expect(await notes.update('n', 2, 'three', 8)).toBe(false);
      expect((await notes.list('r')).map(({ id }) => id)).toEqual(['m']);
    });

    test('runs are found by what their notes say, page by page, each once', async () => {
      const runs = Array.from({ length: 12 }, (_, i) =>
        aRun(`r${String(i).padStart(2, '0')}`, {
          workflowId: `w${i % 2}`,
          number: i + 1,
          status: i % 3 === 0 ? 'failed' : 'success',
          // Two of them share each instant.
          createdAt: 1000 + Math.floor(i / 2),
        }),
      );
      await store().commitTurn({ newRuns: [...runs, aRun('t', { runType: 'try', number: 99, createdAt: 1 })] });
      const { notes } = store();
      const write = (runId: string, id: string, text: string, more = {}) =>
        notes.create({ ...note, ...more, runId, id: `${runId}-${id}`, text });
      for (const { id } of runs) {
        await write(id, 'a', 'Ticket OPS-1 of the NIGHT, 100%_done', { task: 'load', mapIndex: 2 });
        await write(id, 'b', id === 'r07' ? 'Überlast am Morgen' : 'nothing to see');
      }
      await write('t', 'a', 'ticket of a try');
      const newest = runs.toSorted((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1)).map(({ id }) => id);
      const walk = async (filter: Omit<NoteFilter, 'limit' | 'before'>) => {
        const found: string[] = [];
        for (let before: NoteFilter['before']; ;) {
          const page = await notes.findRuns({ ...filter, limit: 3, ...(before ? { before } : {}) });
          found.push(...page.runs.map(({ id }) => id));
          expect(new Set(page.notes.map(({ runId }) => runId))).toEqual(new Set(page.runs.map(({ id }) => id)));
          const last = page.runs.length === 3 ? page.runs.at(-1) : undefined;
          const next = last ? { createdAt: last.createdAt, id: last.id } : page.end;
          if (!next) return found;
          before = next;
        }
      };
      expect(await walk({ words: ['ticket'] })).toEqual(newest);
      expect(await walk({ words: ['OPS-1', 'night'] })).toEqual(newest);
      // A page that looks at five notes only, and finds less.
      expect(await walk({ words: ['ops-1'], notesSeen: 5 })).toEqual(newest);
      expect(await walk({ words: ['überLAST'], notesSeen: 5 })).toEqual(['r07']);
      // Both words in one note, not in two of one run.
      expect(await walk({ words: ['ticket', 'überlast'] })).toEqual([]);
      expect(await walk({ words: ['%_d'] })).toEqual(newest);
      expect(await walk({ words: ['0_done'] })).toEqual([]);
      const failed = new Set(
        runs.filter(({ status, workflowId }) => status === 'failed' && workflowId === 'w0').map(({ id }) => id),
      );
      expect(await walk({ words: ['ticket'], workflowId: 'w0', status: ['failed'] })).toEqual(
        newest.filter((id) => failed.has(id)),
      );
      const { notes: marked } = await notes.findRuns({ words: ['ops'], limit: 1 });
      expect(marked).toEqual([{ runId: 'r11', task: 'load', mapIndex: 2, text: 'Ticket OPS-1 of the NIGHT, 100%_done' }]);
      await notes.update('r11-a', 1, 'Another', 9);
      expect((await notes.findRuns({ words: ['ops'], limit: 1 })).runs.map(({ id }) => id)).toEqual(['r10']);
    });

    test('all of these go with their run', async () => {
      await store().commitTurn({
        newRuns: [aRun('r', { status: 'success', endedAt: 9 })],
        approvals: [anApproval('a')],
        childRuns: [{ runId: 'r', parentRunId: 'p', task: 'call', mapIndex: -1, attempt: 1, depth: 1 }],
      });
      await store().notes.create(note);
      expect(await store().runs.purge('r')).toBe(true);
      expect([await store().approvals.get('a'), await store().childRuns.get('r'), await store().notes.list('r')]).toEqual([
        null,
        null,
        [],
      ]);
    });
  });
}
