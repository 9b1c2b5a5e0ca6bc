import { beforeEach, describe, expect, test } from 'vitest';
import type { StoreUnderTest } from '../../store-contract.ts';
import { aChunk, anAttempt, aRun, aTaskRun, aWorkflow, someEvents } from '../rows.ts';

/** `commitTurn`: what it writes, and compare-and-set. */
export function turnContract({ store }: StoreUnderTest): void {
  /** A second table of the turn that must not be there when the first was refused. */
  const marker = { triggerStates: [{ workflowId: 'w', triggerId: 'marker', enabled: true, decidedThrough: 1 }] };

  describe('a turn', () => {
    beforeEach(async () => {
      await store().workflows.create({ id: 'w', project: '', name: 'W', tags: [], createdBy: null }, aWorkflow('w'), 1);
      await store().versions.publish('w', aWorkflow('w'), 'h', '', null, 1);
      await store().commitTurn({ newRuns: [aRun('r')] });
    });

    test('a mapped task that has its copies has no task run without an index any more', async () => {
      await store().commitTurn({ taskRuns: [aTaskRun('r', 'm'), aTaskRun('r', 'n')] });
      await store().commitTurn({
        taskRuns: [aTaskRun('r', 'm', { mapIndex: 0 })],
        goneTaskRuns: [{ runId: 'r', task: 'm' }],
      });
      const rows = await store().runs.taskRuns('r');
      expect(rows.map(({ task, mapIndex }) => [task, mapIndex])).toEqual([
        ['m', 0],
        ['n', -1],
      ]);
    });

    test('a run that goes on with another version has its params, and no task runs of what fell away', async () => {
      const definition = { ...aWorkflow('w'), name: 'Mended' };
      await store().versions.publish('w', definition, 'h2', '', null, 2);
      await store().commitTurn({ newRuns: [aRun('other', { number: 2 })] });
      await store().commitTurn({
        taskRuns: [aTaskRun('r', 'm', { mapIndex: 1 }), aTaskRun('r', 'n'), aTaskRun('other', 'm')],
      });
      await store().commitTurn({
        movedRuns: [{ runId: 'r', version: 2, params: { size: 3 }, goneTasks: ['m', "it's"] }],
        taskRuns: [aTaskRun('r', 'new')],
      });
      expect(await store().runs.get('r')).toMatchObject({ version: 2, params: { size: 3 } });
      expect(await store().runs.get('other')).toMatchObject({ version: 1 });
      expect(await store().runs.definition('r')).toEqual(definition);
      expect((await store().runs.taskRuns('r')).map(({ task }) => task)).toEqual(['n', 'new']);
      expect((await store().runs.taskRuns('other')).map(({ task }) => task)).toEqual(['m']);
      await store().commitTurn({ movedRuns: [{ runId: 'r', version: 1, params: {}, goneTasks: [] }] });
      expect((await store().runs.get('r'))?.version).toBe(1);
    });

    test('a breaker is written over as a whole', async () => {
      const row = {
        workflowId: 'w',
        state: 'open' as const,
        since: 2 ** 41,
        failures: 3,
        failedRuns: ['r', 'ß'],
        openings: 2,
        trialAt: 2 ** 42,
        trialRun: null,
        history: [{ at: 2 ** 41, to: 'open' as const, why: 'by-hand' as const, by: 'mara' }],
      };
      const closed = { ...row, state: 'closed' as const, failures: 0, failedRuns: [], openings: 0, trialAt: null };
      await store().commitTurn({ breakers: [row] });
      expect(await store().breakers.list()).toEqual([row]);
      await store().commitTurn({ breakers: [row, closed] });
      expect(await store().breakers.list()).toEqual([closed]);
    });

    test('an empty one is fine', async () => {
      expect(await store().commitTurn({})).toEqual({ lostAttempts: [], takenOccurrences: [] });
    });

    test('everything it says is there afterwards', async () => {
      const run = aRun('full', {
        number: 2,
        version: 0,
        runType: 'scheduled',
        paused: true,
        reason: 'why',
        params: { b: [1, null], a: 'ß' },
        triggerId: 't',
        createdBy: 'mara',
        startedAt: 5,
        endedAt: 6,
        seq: 2,
      });
      const attempt = anAttempt('full', 'a', 1, {
        infra: true,
        pid: 41,
        pidStart: '998',
        bootId: 'boot',
        startedAt: 7,
        endedAt: 8,
        exitCode: 3,
        errorCode: 'exit',
        error: 'exit 3',
        config: { k: { '2': 1, '1': 2 } },
        output: [1.5, 'x'],
      });
      const artifact = {
        id: 'art',
        runId: 'full',
        attemptId: attempt.id,
        name: 'f.csv',
        bytes: 2 ** 40,
        sha256: 'aa',
        type: 'text/csv',
      };
      const occurrence = {
        workflowId: 'w',
        triggerId: 't',
        at: 99,
        outcome: 'run' as const,
        reason: null,
        runId: 'full',
        decidedAt: 100,
      };
      const state = { workflowId: 'w', triggerId: 't', enabled: true, decidedThrough: 99 };
      const chunk = { ...aChunk(attempt.id, 1, 'line\n'), stream: 'err' as const, offset: 2 ** 41, omitted: 7 };
      expect(
        await store().commitTurn({
          newRuns: [{ ...run, draft: aWorkflow('w', 'Draft') }],
          events: [{ runId: 'full', firstSeq: 1, at: 5, events: someEvents(2) }],
          taskRuns: [aTaskRun('full', 'a', { status: 'failed', endedAt: 8, reason: 'exit 3' })],
          newAttempts: [attempt],
          artifacts: [artifact],
          occurrences: [occurrence],
          triggerStates: [state],
          snapshots: [{ runId: 'full', seq: 2, machine: 1, state: new Uint8Array([0, 255, 10]) }],
          logs: [chunk],
        }),
      ).toEqual({ lostAttempts: [], takenOccurrences: [] });
      const { runs, triggers } = store();
      expect(await runs.get('full')).toEqual(run);
      expect(await runs.definition('full')).toEqual(aWorkflow('w', 'Draft'));
      expect(await runs.definition('r')).toEqual(aWorkflow('w'));
      expect(await runs.definition('none')).toBeNull();
      expect((await runs.events('full', 0, 10)).map(({ seq, event }) => [seq, event])).toEqual(
        someEvents(2).map((e, i) => [i + 1, e]),
      );
      expect(await runs.taskRuns('full')).toEqual([aTaskRun('full', 'a', { status: 'failed', endedAt: 8, reason: 'exit 3' })]);
      expect(await runs.attempt(attempt.id)).toEqual(attempt);
      expect(JSON.stringify((await runs.attempt(attempt.id))?.config)).toBe('{"k":{"1":2,"2":1}}');
      expect(await runs.artifacts('full')).toEqual([artifact]);
      expect(await runs.artifact('art')).toEqual(artifact);
      const snapshot = await runs.snapshot('full');
      expect(snapshot && { ...snapshot, state: [...snapshot.state] }).toEqual({ seq: 2, machine: 1, state: [0, 255, 10] });
      expect(await runs.logs(attempt.id, 0, 10)).toEqual([chunk]);
      expect(await triggers.occurrences('w', 10)).toEqual([occurrence]);
      expect(await triggers.states()).toEqual([state]);
    });

    test('a patch changes what it names, null included, and nothing else', async () => {
      await store().commitTurn({ newAttempts: [anAttempt('r', 'a', 1, { config: { a: 1 }, error: 'old' })] });
      await store().commitTurn({
        runs: [
          { id: 'r', set: { status: 'failed', reason: 'exit 3', seq: 7 } },
          { id: 'r', set: { paused: true, seq: 8 } },
        ],
        attempts: [{ id: 'r/a@1', token: 'token', expected: ['queued'], set: { status: 'running', pid: 5, error: null } }],
      });
      expect(await store().runs.get('r')).toEqual(aRun('r', { status: 'failed', reason: 'exit 3', paused: true, seq: 8 }));
      expect(await store().runs.attempt('r/a@1')).toEqual(
        anAttempt('r', 'a', 1, { config: { a: 1 }, status: 'running', pid: 5 }),
      );
      await store().commitTurn({ runs: [{ id: 'r', set: { reason: null, paused: false } }] });
      expect(await store().runs.get('r')).toMatchObject({ reason: null, paused: false, status: 'failed' });
    });

    test('compare-and-set: another token or status loses, and the rest of the turn stands', async () => {
      await store().commitTurn({ newAttempts: ['a', 'b', 'c', 'd'].map((task) => anAttempt('r', task)) });
      const result = await store().commitTurn({
        attempts: [
          { id: 'r/a@1', token: 'other', expected: ['queued'], set: { status: 'running' } },
          { id: 'r/b@1', token: 'token', expected: ['running', 'parked'], set: { status: 'success' } },
          { id: 'r/c@1', token: 'token', expected: ['running', 'queued'], set: { status: 'running' } },
          { id: 'none', token: 'token', expected: ['queued'], set: { status: 'running' } },
        ],
        ...marker,
      });
      expect(result.lostAttempts.sort()).toEqual(['none', 'r/a@1', 'r/b@1']);
      const statuses = await store().runs.attempts('r');
      expect(statuses.map(({ status }) => status)).toEqual(['queued', 'queued', 'running', 'queued']);
      expect(await store().triggers.states()).toHaveLength(1);
    });

    test('several patches of one attempt in a turn apply one after the other', async () => {
      const patch = (from: 'queued' | 'running' | 'success', to: 'running' | 'success' | 'failed') => ({
        id: 'r/a@1',
        token: 'token',
        expected: [from],
        set: { status: to },
      });
      const result = await store().commitTurn({
        newAttempts: [anAttempt('r', 'a')],
        attempts: [patch('queued', 'running'), patch('running', 'success'), patch('running', 'failed')],
      });
      expect(result.lostAttempts).toEqual(['r/a@1']);
      expect(await store().runs.attempt('r/a@1')).toMatchObject({ status: 'success' });
    });

    test('of task runs, snapshots and trigger states written twice in a turn the last one stands', async () => {
      await store().commitTurn({
        taskRuns: [aTaskRun('r', 'a'), aTaskRun('r', 'a', { status: 'success', endedAt: 3 })],
        snapshots: [
          { runId: 'r', seq: 1, machine: 1, state: new Uint8Array([1]) },
          { runId: 'r', seq: 2, machine: 1, state: new Uint8Array([2]) },
        ],
        triggerStates: [
          { workflowId: 'w', triggerId: 't', enabled: true, decidedThrough: 5 },
          { workflowId: 'w', triggerId: 't', enabled: true, decidedThrough: 6 },
        ],
      });
      expect(await store().runs.taskRuns('r')).toEqual([aTaskRun('r', 'a', { status: 'success', endedAt: 3 })]);
      expect((await store().runs.snapshot('r'))?.seq).toBe(2);
      expect(await store().triggers.states()).toEqual([{ workflowId: 'w', triggerId: 't', enabled: true, decidedThrough: 6 }]);
    });

    test('an older snapshot does not replace a newer one, and a high-water mark never goes back', async () => {
      const snapshot = (seq: number) => ({ runId: 'r', seq, machine: 1, state: new Uint8Array([seq]) });
      const mark = (decidedThrough: number) => ({ workflowId: 'w', triggerId: 't', enabled: true, decidedThrough });
      await store().commitTurn({ snapshots: [snapshot(9)], triggerStates: [mark(50)] });
      await store().commitTurn({ snapshots: [snapshot(8)], triggerStates: [mark(40)] });
      expect((await store().runs.snapshot('r'))?.seq).toBe(9);
      expect(await store().triggers.states()).toMatchObject([{ decidedThrough: 50 }]);
      await store().triggers.setEnabled('w', 't', false, 45);
      expect(await store().triggers.states()).toEqual([{ ...mark(50), enabled: false }]);
      // Decided between the two writes of a switch: the turn knows nothing of it.
      await store().commitTurn({ triggerStates: [mark(60)] });
      expect(await store().triggers.states()).toEqual([{ ...mark(60), enabled: false }]);
      await store().triggers.setEnabled('w', 'new', true, 7);
      expect(await store().triggers.states()).toHaveLength(2);
    });

    test('text that one of the databases cannot hold is made readable on both', async () => {
      await store().commitTurn({
        newAttempts: [anAttempt('r', 'a', 1, { error: 'a\0b', output: 'c\0d\ud800' })],
        taskRuns: [aTaskRun('r', 'a', { reason: '\ud800!' })],
        logs: [aChunk('r/a@1', 1, 'x\0y\udc00z')],
      });
      expect(await store().runs.attempt('r/a@1')).toMatchObject({ error: 'a␀b', output: 'c\0d\ud800' });
      expect((await store().runs.taskRuns('r'))[0]?.reason).toBe('\ufffd!');
      expect((await store().runs.logs('r/a@1', 0, 1))[0]?.text).toBe('x␀y\ufffdz');
    });

    test('ten thousand task runs and attempts in one', async () => {
      const tasks = Array.from({ length: 10_000 }, (_, i) => i);
      await store().commitTurn({
        taskRuns: tasks.map((mapIndex) => aTaskRun('r', 'm', { mapIndex })),
        newAttempts: tasks.map((mapIndex) => anAttempt('r', 'm', 1, { id: `r/m#${mapIndex}@1`, mapIndex })),
      });
      const result = await store().commitTurn({
        attempts: tasks.map((i) => ({
          id: `r/m#${i}@1`,
          token: 'token',
          expected: ['queued' as const],
          set: { status: 'success' as const, output: i },
        })),
      });
      expect(result.lostAttempts).toEqual([]);
      const outputs = await store().runs.outputs('r');
      expect(outputs).toHaveLength(10_000);
      expect(outputs[9_999]).toEqual({ task: 'm', mapIndex: 9_999, output: 9_999 });
    });
  });
}
