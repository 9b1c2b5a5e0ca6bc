import { beforeEach, describe, expect, test } from 'vitest';
import type { StoreUnderTest } from '../../store-contract.ts';
import { StoreConflict, type TurnWrite } from '../../store.ts';
import { aChunk, anAttempt, aRun, aTaskRun, aWorkflow, someEvents } from '../rows.ts';

/** `commitTurn`: all or nothing, and what is unique. */
export function turnRefusalsContract({ store }: StoreUnderTest): void {
  const conflict = async (turn: TurnWrite): Promise<string> => {
    const error = await store()
      .commitTurn(turn)
      .then(
        () => null,
        (cause: unknown) => cause,
      );
    expect(error).toBeInstanceOf(StoreConflict);
    return (error as StoreConflict).code;
  };
  /** A second table of the turn that must not be there when the first was refused. */
  const marker = { triggerStates: [{ workflowId: 'w', triggerId: 'marker', enabled: true, decidedThrough: 1 }] };

  describe('a turn that cannot be', () => {
    beforeEach(async () => {
      await store().workflows.create({ id: 'w', project: '', name: 'W', tags: [], createdBy: null }, aWorkflow('w'), 1);
      await store().versions.publish('w', aWorkflow('w'), 'h', '', null, 1);
      await store().commitTurn({ newRuns: [aRun('r')] });
    });

    test('a seq that is taken refuses the whole turn', async () => {
      await store().commitTurn({ events: [{ runId: 'r', firstSeq: 1, at: 1, events: someEvents(3) }] });
      for (const firstSeq of [1, 2, 3])
        expect(await conflict({ ...marker, events: [{ runId: 'r', firstSeq, at: 1, events: someEvents(2) }] })).toBe(
          'store.seq-taken',
        );
      const twice = [1, 2].map(() => ({ runId: 'r', firstSeq: 4, at: 1, events: someEvents(1) }));
      expect(await conflict({ ...marker, events: twice })).toBe('store.seq-taken');
      expect(await store().triggers.states()).toEqual([]);
      await store().commitTurn({ events: [{ runId: 'r', firstSeq: 4, at: 1, events: someEvents(1) }] });
      expect((await store().runs.events('r', 0, 10)).map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
    });

    test('a run that is not there refuses the whole turn', async () => {
      expect(await conflict({ ...marker, runs: [{ id: 'none', set: { seq: 1 } }] })).toBe('store.run-missing');
      const events = [{ runId: 'none', firstSeq: 1, at: 1, events: someEvents(1) }];
      expect(await conflict({ ...marker, events })).toBe('store.run-missing');
      expect(await store().triggers.states()).toEqual([]);
    });

    test('what is stored already refuses the whole turn', async () => {
      await store().commitTurn({ newAttempts: [anAttempt('r', 'a')], logs: [aChunk('r/a@1', 1, 'x')] });
      expect(await conflict({ ...marker, newRuns: [aRun('r', { number: 2 })] })).toBe('store.duplicate');
      expect(await conflict({ ...marker, newRuns: [aRun('other', { number: 1 })] })).toBe('store.duplicate');
      expect(await conflict({ ...marker, newAttempts: [anAttempt('r', 'a')] })).toBe('store.duplicate');
      expect(await conflict({ ...marker, logs: [aChunk('r/a@1', 1, 'y')] })).toBe('store.duplicate');
      expect(await store().triggers.states()).toEqual([]);
    });

    test('one key of a request is one run of its workflow', async () => {
      await store().commitTurn({ newRuns: [{ ...aRun('k', { number: 2 }), idempotencyKey: 'key' }] });
      expect(await conflict({ newRuns: [{ ...aRun('k2', { number: 3 }), idempotencyKey: 'key' }] })).toBe('store.duplicate');
      await store().commitTurn({ newRuns: [{ ...aRun('other', { workflowId: 'v' }), idempotencyKey: 'key' }] });
      expect(await store().runs.byIdempotencyKey('w', 'key')).toMatchObject({ id: 'k' });
      expect(await store().runs.byIdempotencyKey('w', 'none')).toBeNull();
    });

    test('an act under a key stands once, and goes with its run', async () => {
      const row = { runId: 'r', key: 'k', act: 'cancel 1', at: 2 ** 41 };
      await store().commitTurn({ runActs: [row], ...marker });
      expect([await store().runs.act('r', 'k'), await store().runs.act('r', 'x')]).toEqual([row, null]);
      expect(await conflict({ runActs: [row] })).toBe('store.duplicate');
      await store().commitTurn({ runs: [{ id: 'r', set: { status: 'success' } }] });
      await store().runs.purge('r');
      expect(await store().runs.act('r', 'k')).toBeNull();
    });

    test('an occurrence is decided once for ever: a second one takes nothing of its run with it', async () => {
      const occurrence = (at: number, runId: string | null) => ({
        workflowId: 'w',
        triggerId: 't',
        at,
        outcome: runId === null ? ('skipped' as const) : ('run' as const),
        reason: null,
        runId,
        decidedAt: 1,
      });
      await store().commitTurn({ occurrences: [occurrence(100, null)] });
      const attempts = ['taken', 'fresh'].map((id) => anAttempt(id, 'a'));
      const result = await store().commitTurn({
        occurrences: [occurrence(100, 'taken'), occurrence(200, 'fresh'), occurrence(200, 'fresh')],
        newRuns: [aRun('taken', { number: 2 }), aRun('fresh', { number: 3 })],
        events: ['taken', 'fresh'].map((runId) => ({ runId, firstSeq: 1, at: 1, events: someEvents(1) })),
        runs: [{ id: 'taken', set: { seq: 1 } }],
        taskRuns: [aTaskRun('taken', 'a'), aTaskRun('fresh', 'a')],
        newAttempts: attempts,
        attempts: attempts.map(({ id, token }) => ({
          id,
          token,
          expected: ['queued' as const],
          set: { status: 'running' as const },
        })),
        snapshots: ['taken', 'fresh'].map((runId) => ({ runId, seq: 1, machine: 1, state: new Uint8Array([1]) })),
        logs: attempts.map(({ id }) => aChunk(id, 1, 'x')),
      });
      expect(result.takenOccurrences.map(({ at }) => at)).toEqual([100, 200]);
      expect(result.lostAttempts).toEqual([]);
      expect(await store().runs.get('taken')).toBeNull();
      expect(await store().runs.taskRuns('taken')).toEqual([]);
      expect(await store().runs.attempts('taken')).toEqual([]);
      expect(await store().runs.logs('taken/a@1', 0, 1)).toEqual([]);
      expect(await store().runs.snapshot('taken')).toBeNull();
    });
  });
}
