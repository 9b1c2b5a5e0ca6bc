import { describe, expect, test } from 'vitest';
import type { RunStatus, RunType } from '#domain/run/status.ts';
import type { StoreUnderTest } from '../../store-contract.ts';
import type { RunFilter } from '../../store.ts';
import { aRun } from '../rows.ts';

/** The last is no run that a list shows. */
const kinds: RunType[] = ['manual', 'scheduled', 'backfill', 'asset', 'webhook', 'child', 'try'];
const statuses: RunStatus[] = ['success', 'failed', 'running', 'queued', 'cancelled'];

/** Lists of runs: keyset pages, one statement each, never a count. */
export function pagesContract({ store, statements }: StoreUnderTest): void {
  /** 60 runs of three workflows; every fourth shares its instant with the one before. */
  const runs = Array.from({ length: 60 }, (_, i) =>
    aRun(`r${String(i).padStart(2, '0')}`, {
      workflowId: `w${i % 3}`,
      number: i + 1,
      status: statuses[i % statuses.length] as RunStatus,
      createdAt: 1000 + i - (i % 4 === 3 ? 1 : 0),
      runType: kinds[i % 7] as RunType,
      triggerId: i % 7 === 0 ? null : `t${i % 2}`,
    }),
  );
  const newestFirst = [...runs].sort((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1));
  const walk = async (filter: Omit<RunFilter, 'limit' | 'before'>) => {
    const ids: string[] = [];
    for (let before: RunFilter['before']; ;) {
      const page = await store().runs.list({ ...filter, limit: 7, ...(before ? { before } : {}) });
      ids.push(...page.map(({ id }) => id));
      const last = page.at(-1);
      if (!last || page.length < 7) return ids;
      before = { createdAt: last.createdAt, id: last.id };
    }
  };

  describe('pages', () => {
    test.each([
      [{}],
      [{ workflowId: 'w1' }],
      [{ status: ['failed'] as RunStatus[] }],
      [{ status: ['failed', 'running', 'failed'] as RunStatus[] }],
      [{ workflowId: 'w2', status: ['success', 'queued'] as RunStatus[] }],
      [{ status: [] as RunStatus[] }],
      [{ workflowId: 'none' }],
      [{ runType: ['backfill'] as const }],
      [{ runType: ['backfill', 'manual'] as const, status: ['failed', 'success'] as RunStatus[] }],
      [{ runType: [] }],
      [{ workflowId: 'w1', triggerId: 't1' }],
      [{ triggerId: 't0', runType: ['scheduled'] as const, status: ['running'] as RunStatus[] }],
      [{ workflowId: 'w1', triggerId: 'none' }],
      [{ from: 1010, to: 1030 }],
      [{ workflowId: 'w0', status: ['running', 'failed'] as RunStatus[], from: 1033 }],
      [{ runType: ['child'] as const, to: 1020 }],
    ])('%j: every run once, newest first', async (filter) => {
      await store().commitTurn({ newRuns: runs });
      const { workflowId, status, runType, triggerId, from = 0, to = Infinity }: Omit<RunFilter, 'limit' | 'before'> = filter;
      const wanted = newestFirst.filter(
        (run) =>
          run.runType !== 'try' &&
          (workflowId === undefined || run.workflowId === workflowId) &&
          (!status || status.includes(run.status)) &&
          (!runType || runType.some((kind) => kind === run.runType)) &&
          (triggerId === undefined || run.triggerId === triggerId) &&
          run.createdAt >= from &&
          run.createdAt < to,
      );
      expect(await walk(filter)).toEqual(wanted.map(({ id }) => id));
    });

    test('newest runs of many workflows at once', async () => {
      await store().commitTurn({ newRuns: runs });
      const recent = await store().runs.recent(['w0', 'w2', 'none'], 4);
      const wanted = newestFirst.filter(({ id, workflowId }) => {
        const same = newestFirst.filter((other) => other.workflowId === workflowId);
        return workflowId !== 'w1' && same.findIndex((other) => other.id === id) < 4;
      });
      expect(recent).toEqual(wanted);
      expect(await store().runs.recent([], 4)).toEqual([]);
    });

    test('unfinished runs, oldest first', async () => {
      await store().commitTurn({ newRuns: runs });
      const wanted = newestFirst.filter(({ status }) => status === 'running' || status === 'queued').reverse();
      expect((await store().runs.unfinished()).map(({ id }) => id)).toEqual(wanted.map(({ id }) => id));
    });

    test('each page costs one statement, which counts nothing and loads no draft', async () => {
      await store().commitTurn({ newRuns: runs });
      await store().ping();
      const cost = async (ask: () => Promise<unknown>) => {
        const before = statements().length;
        await ask();
        return statements().slice(before);
      };
      const { workflows, runs: ask, versions, drafts, triggers } = store();
      const pages = [
        () => ask.list({ limit: 50 }),
        () => ask.list({ limit: 50, status: statuses, workflowId: 'w0' }),
        () => ask.list({ limit: 50, runType: ['scheduled'], workflowId: 'w0', triggerId: 't1', from: 1000 }),
        () => ask.recent(['w0', 'w1', 'w2'], 14),
        () => ask.unfinished(),
        () => ask.taskRuns('r00'),
        () => ask.attempts('r00'),
        () => ask.outputs('r00'),
        () => ask.events('r00', 0, 100),
        () => ask.logs('a', 0, 100),
        () => workflows.list(),
        () => versions.list('w0'),
        () => drafts.getAll(),
        () => drafts.revisions(),
        () => drafts.getSome(['w0', 'w1']),
        () => triggers.states(),
        () => triggers.occurrences('w0', 100),
      ];
      for (const page of pages) {
        const sent = await cost(page);
        expect(sent, page.toString()).toHaveLength(1);
        expect(sent[0], page.toString()).not.toMatch(/count\s*\(/i);
        expect(sent[0], page.toString()).not.toMatch(/"run"[^;]*"draft"/);
      }
    });
  });
}
