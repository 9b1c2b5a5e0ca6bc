import { describe, expect, test } from 'vitest';
import type { AlertRow } from '../../alert-row.ts';
import type { StoreUnderTest } from '../../store-contract.ts';
import { aRun } from '../rows.ts';

const anAlert = (id: string, more: Partial<AlertRow> = {}): AlertRow => ({
  id,
  workflowId: 'w',
  runId: 'r',
  event: 'failed',
  connection: 'mail',
  to: null,
  subject: 'ß',
  text: 'a\0b',
  status: 'waiting',
  tries: 0,
  createdAt: 2 ** 41,
  nextAt: 2 ** 41,
  sentAt: null,
  error: null,
  ...more,
});
const ids = (rows: AlertRow[]) => rows.map(({ id }) => id);

/** The outbox of alerts. */
export function alertsContract({ store }: StoreUnderTest): void {
  describe('alerts', () => {
    test('are written with the turn, once, and read as they were written', async () => {
      await store().commitTurn({ newRuns: [aRun('r')], alerts: [anAlert('a'), anAlert('a')] });
      await store().commitTurn({ alerts: [anAlert('a', { text: 'again' }), anAlert('b', { runId: null, to: 'x' })] });
      expect(await store().alerts.get('a')).toEqual(anAlert('a', { text: 'a\u2400b' }));
      expect(await store().alerts.get('b')).toMatchObject({ runId: null, to: 'x' });
      expect(await store().alerts.get('c')).toBeNull();
    });

    test('go with the run that another engine had begun', async () => {
      const occurrence = { workflowId: 'w', triggerId: 't', at: 1, outcome: 'run' as const, reason: null, decidedAt: 1 };
      await store().commitTurn({ newRuns: [aRun('r')], occurrences: [{ ...occurrence, runId: 'r' }] });
      await store().commitTurn({
        newRuns: [aRun('s', { number: 2 })],
        occurrences: [{ ...occurrence, runId: 's' }],
        alerts: [anAlert('of s', { runId: 's' }), anAlert('of none', { runId: null })],
      });
      expect(ids(await store().alerts.list({ limit: 9 }))).toEqual(['of none']);
    });

    test('are due by their instant, are changed by compare-and-set, and counted', async () => {
      const rows = ['a', 'b', 'c'].map((id, n) => anAlert(id, { nextAt: 10 - n }));
      await store().commitTurn({ newRuns: [aRun('r')], alerts: rows });
      expect(ids(await store().alerts.due(9, 5))).toEqual(['c', 'b']);
      expect(ids(await store().alerts.due(9, 1))).toEqual(['c']);
      expect(await store().alerts.nextAt()).toBe(8);
      const sent = { status: 'sent' as const, tries: 1, sentAt: 11, error: null };
      expect(await store().alerts.update('c', 'waiting', sent)).toBe(true);
      expect(await store().alerts.update('c', 'waiting', { nextAt: 1 })).toBe(false);
      expect(await store().alerts.update('b', 'waiting', { status: 'failed', error: 'no\0' })).toBe(true);
      expect(await store().alerts.get('b')).toMatchObject({ status: 'failed', error: 'no\u2400' });
      expect(await store().alerts.count('failed')).toBe(1);
      expect(await store().alerts.update('a', 'waiting', sent)).toBe(true);
      expect(await store().alerts.nextAt()).toBeNull();
    });

    test('are listed newest first by page, status, workflow and run', async () => {
      const rows = ['a', 'b', 'c'].map((id, n) =>
        anAlert(id, { createdAt: n < 2 ? 1 : 2, ...(n === 2 ? { workflowId: 'v', runId: 's' } : {}) }),
      );
      await store().commitTurn({ newRuns: [aRun('r')], alerts: rows });
      expect(ids(await store().alerts.list({ limit: 2 }))).toEqual(['c', 'b']);
      expect(ids(await store().alerts.list({ limit: 2, before: { createdAt: 1, id: 'b' } }))).toEqual(['a']);
      expect(ids(await store().alerts.list({ limit: 9, workflowId: 'v' }))).toEqual(['c']);
      expect(ids(await store().alerts.list({ limit: 9, runId: 'r', status: ['waiting'] }))).toEqual(['b', 'a']);
      expect(await store().alerts.list({ limit: 9, status: ['sent'] })).toEqual([]);
    });

    test('go with their run, unless they still wait', async () => {
      await store().commitTurn({
        newRuns: [aRun('r', { status: 'success', endedAt: 5 })],
        alerts: [anAlert('a'), anAlert('b', { status: 'sent' })],
      });
      await store().runs.purge('r');
      expect(ids(await store().alerts.list({ limit: 9 }))).toEqual(['a']);
    });
  });
}
