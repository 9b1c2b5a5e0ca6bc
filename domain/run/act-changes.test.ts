import { describe, expect, it } from 'vitest';
import { actChanges } from './act-changes.ts';
import type { ActEvent } from './preview-act.ts';
import { RunProbe } from './testing/run-probe.ts';
import { workflowOf } from './testing/workflow-of.ts';

const start = () =>
  new RunProbe(workflowOf({ tasks: { a: {}, b: {}, c: {}, d: {} }, edges: ['a > b', 'b > c', 'a > d'] })).start();
const changes = (run: RunProbe, event: Omit<Extract<ActEvent, { type: 'tasksCleared' }>, 'type' | 'at' | 'by'>) => {
  const preview = actChanges(run.plan, run.state, { type: 'tasksCleared', at: 1e13, by: 'ann', ...event });
  return preview.ok
    ? preview.changes.map(({ task, from, to, twice }) => `${task}: ${from} > ${to}${twice ? ' twice' : ''}`)
    : preview.refused;
};

describe('what an act changes', () => {
  it('names each task run with what it was and becomes, and those that would work twice', () => {
    const run = start();
    run.end('a');
    run.end('b', 'failed');
    run.begin('d');
    expect(changes(run, { tasks: [{ task: 'a' }], downstream: true })).toEqual([
      'a: success > none twice',
      'b: failed > none',
      'd: running > restarting twice',
      'c: upstream_failed > none',
    ]);
    expect(changes(run, { tasks: [{ task: 'a' }], downstream: true, onlyFailed: true })).toEqual([
      'b: failed > none',
      'c: upstream_failed > none',
    ]);
  });

  it('leaves as done what is spared, though something above it runs again', () => {
    const run = start();
    for (const task of ['a', 'b', 'c', 'd']) run.end(task);
    expect(changes(run, { tasks: [{ task: 'a' }], downstream: true, spare: [{ task: 'b' }] })).toEqual([
      'a: success > none twice',
      'd: success > none twice',
      'c: success > none twice',
    ]);
    expect(changes(run, { tasks: [{ task: 'b' }], spare: [{ task: 'b' }] })).toMatch(/^clear\.nothing/);
    expect(changes(run, { tasks: [{ task: 'b' }], spare: [{ task: 'nobody' }] })).toMatch(/nobody/);
    run.send({ type: 'tasksCleared', by: 'ann', tasks: [{ task: 'a' }], downstream: true, spare: [{ task: 'b' }] });
    run.end('a');
    expect(run.status('b')).toBe('success');
    // What follows the spared task goes on from what it has done.
    expect(run.status('c')).toBe('scheduled');
  });

  it('running just a task changes only it, and says whether it did its work before', () => {
    const run = start();
    run.end('a');
    const forced = (task: string) => {
      const preview = actChanges(run.plan, run.state, { type: 'tasksForced', at: 1e13, by: 'ann', tasks: [{ task }] });
      return preview.ok ? preview.changes : preview.refused;
    };
    expect(forced('c')).toEqual([{ task: 'c', from: 'none', to: 'scheduled', twice: false }]);
    expect(forced('a')).toEqual([{ task: 'a', from: 'success', to: 'scheduled', twice: true }]);
    expect(forced('b')).toMatch(/^force\.scheduled: /);
  });

  it('a status that was only marked is no work that was done', () => {
    const run = start();
    run.send({ type: 'taskMarked', by: 'ann', task: 'b', status: 'success' });
    expect(changes(run, { tasks: [{ task: 'b' }] })).toEqual(['b: success > none']);
    // What was marked over work that was done does not undo that work.
    run.end('a');
    run.send({ type: 'taskMarked', by: 'ann', task: 'a', status: 'failed' });
    expect(changes(run, { tasks: [{ task: 'a' }] })).toEqual(['a: failed > none twice']);
  });

  const acts = (run: RunProbe, event: ActEvent) => {
    const preview = actChanges(run.plan, run.state, event);
    return preview.ok
      ? preview.changes.map(({ task, from, to, how }) => `${task}: ${from} > ${to}${how ? ` ${how}` : ''}`)
      : preview.refused;
  };

  it('work that a cancel or a mark stops is named, with what it will be when it has ended', () => {
    const run = start();
    run.end('a');
    run.begin('d');
    const cancel = { type: 'runCancelled', at: 1e13, by: 'ann' } as const;
    const mark = { type: 'taskMarked', at: 1e13, by: 'ann', task: 'd', status: 'success' } as const;
    expect(acts(run, cancel)).toEqual(['b: scheduled > cancelled', 'd: running > cancelled stopped', 'c: none > cancelled']);
    expect(acts(run, mark)).toEqual(['d: running > success stopped']);
    // And so it comes: the machine does what was said.
    run.send(mark);
    expect(acts(run, mark)).toMatch(/^mark\.nothing/);
    run.send(cancel);
    run.end('d');
    expect(['b', 'c', 'd'].map((task) => run.status(task))).toEqual(['cancelled', 'cancelled', 'cancelled']);
  });

  it('a pause holds what asks and lets work go on; resuming lets it ask again', () => {
    const run = start();
    run.end('a');
    run.begin('d');
    const pause = { type: 'runPaused', at: 1e13, by: 'ann' } as const;
    const resume = { type: 'runResumed', at: 1e13, by: 'ann' } as const;
    expect(acts(run, pause)).toEqual(['b: scheduled > scheduled held', 'd: running > running goes-on']);
    expect(acts(run, resume)).toMatch(/^run\.not-paused/);
    run.send(pause);
    expect(acts(run, resume)).toEqual(['b: scheduled > scheduled asks']);
    expect(acts(run, pause)).toMatch(/^run\.paused/);
  });
});
