import { describe, expect, test } from 'vitest';
import { RunProbe } from './testing/run-probe.ts';
import { workflowOf, type WorkflowSketch } from './testing/workflow-of.ts';
import { changedTaskRuns, goneTaskRuns, taskRun, taskRunCount } from './read.ts';
import { refText } from './ref.ts';

const start = (sketch: WorkflowSketch, created: object = {}) => new RunProbe(workflowOf(sketch), created).start();
const list = (count: number) => ({ type: 'success', list: count }) as const;
const over = (items: string | number[], more: object = {}) => ({ map: { over: [{ into: 'x', items }], ...more } });
const ofA = '{{ tasks.a.output }}';
const mapped: WorkflowSketch = { tasks: { a: {}, m: over(ofA), z: {} }, edges: ['m > z'] };

describe('a mapped task', () => {
  test('has one task run until its list is known, then one for each item', () => {
    const run = start(mapped);
    expect(run.line).toBe('a:scheduled m:none z:none');
    const before = run.state;
    expect(taskRunCount(before)).toBe(3);
    run.end('a', list(2));
    expect(taskRunCount(run.state)).toBe(4);
    expect(run.line).toBe('a:success m[0]:scheduled m[1]:scheduled z:none');
    expect(changedTaskRuns(run.plan, before, run.state).map(refText)).toEqual(['a', 'm[0]', 'm[1]']);
    expect(goneTaskRuns(run.plan, before, run.state)).toEqual(['m']);
    expect(taskRun(run.plan, run.state, 'm')).toBeNull();
    run.end('m[1]');
    run.end('m[0]');
    expect(run.status('z')).toBe('scheduled');
  });

  test('counts each copy upstream', () => {
    const run = start({ tasks: { a: {}, m: over(ofA), z: { triggerRule: 'one_failed' } }, edges: ['m > z'] });
    run.end('a', list(3));
    run.end('m[2]', 'failed');
    expect(run.status('z')).toBe('scheduled');
  });

  test('is skipped when its list is empty or its source skipped, upstream_failed when the source failed', () => {
    for (const [result, status] of [
      [list(0), 'skipped'],
      ['skipped', 'skipped'],
      ['failed', 'upstream_failed'],
    ] as const) {
      const run = start(mapped);
      run.end('a', result);
      expect(run.status('m')).toBe(status);
    }
  });

  test('waits for its list whatever its rule says', () => {
    const run = start({ tasks: { a: {}, m: { ...over(ofA), triggerRule: 'always' } } });
    expect(run.status('m')).toBe('none');
    run.end('a', list(1));
    expect(run.status('m[0]')).toBe('scheduled');
  });

  test('over a written list unfolds at once', () => {
    const run = start({ tasks: { m: over([1, 2, 3]) } });
    expect(run.line).toBe('m[0]:scheduled m[1]:scheduled m[2]:scheduled');
  });

  test('over params takes the length that came with the run', () => {
    const run = start({ tasks: { m: over('{{ params.cities }}') } }, { lists: { m: [2] } });
    expect(run.line).toBe('m[0]:scheduled m[1]:scheduled');
  });

  test('over several lists makes their product, or with zip the shortest', () => {
    const two = (combine: 'product' | 'zip'): WorkflowSketch => ({
      tasks: {
        a: {},
        m: {
          map: {
            over: [
              { into: 'x', items: ofA },
              { into: 'y', items: [1, 2] },
            ],
            combine,
          },
        },
      },
    });
    const product = start(two('product'));
    product.end('a', list(3));
    expect(product.line.match(/m\[/g)).toHaveLength(6);
    const zip = start(two('zip'));
    zip.end('a', list(3));
    expect(zip.line.match(/m\[/g)).toHaveLength(2);
  });

  test('over a part of an output takes the lengths that the host tells', () => {
    const run = start({ tasks: { a: {}, m: over('{{ tasks.a.output.rows }}') } });
    run.end('a', { type: 'success', lists: { m: [4] } });
    expect(run.line.match(/m\[/g)).toHaveLength(4);
  });

  test('over two tasks waits for both', () => {
    const run = start({ tasks: { a: {}, b: {}, m: over('{{ tasks.a.output + tasks.b.output }}') } });
    run.end('a');
    run.end('b', { type: 'success', lists: { m: [2] } });
    expect(run.line).toBe('a:success b:success m[0]:scheduled m[1]:scheduled');
  });

  test('over a mapped task has a copy for each that succeeded', () => {
    const run = start({ tasks: { a: over([1, 2, 3]), m: { ...over(ofA), triggerRule: 'all_done' } } });
    run.end('a[0]');
    run.end('a[1]', 'skipped');
    run.end('a[2]');
    expect(run.line).toBe('a[0]:success a[1]:skipped a[2]:success m[0]:scheduled m[1]:scheduled');
  });

  test('over the limit fails the task that gave the list, and so does no list', () => {
    const run = start({ tasks: { a: {}, m: over(ofA, { limit: 5 }) } });
    run.end('a', list(6));
    expect(taskRun(run.plan, run.state, 'a')).toMatchObject({
      status: 'failed',
      reason: 'm would run 6 times; its limit is 5. Give fewer items or raise the limit.',
    });
    const none = start(mapped);
    none.end('a');
    expect(none.line).toBe('a:failed m:upstream_failed z:upstream_failed');
  });

  test('holds a teardown until all its copies are finished, although it is no direct upstream', () => {
    const run = start({
      tasks: {
        s: { role: { setup: true } },
        m: over([1, 2, 3]),
        b: { triggerRule: 'one_success' },
        t: { role: { teardown: { of: ['s'] } } },
      },
      edges: ['s > m', 'm > b', 'b > t'],
    });
    run.end('s');
    run.end('m[0]');
    run.end('b');
    run.end('m[1]');
    expect(run.status('t')).toBe('none');
    run.end('m[2]', 'failed');
    expect(run.status('t')).toBe('scheduled');
  });

  test('asks for its copies with their limit in parallel', () => {
    const run = start({ tasks: { m: over([1, 2], { maxParallel: 1 }) } });
    expect(run.effects).toContainEqual(expect.objectContaining({ type: 'requestAdmission', index: 1, maxParallel: 1 }));
  });

  test('whose list never comes is a deadlock that is named', () => {
    const run = start(mapped);
    run.send({ type: 'taskMarked', by: 'ann', task: 'a', status: 'success' });
    expect(run.run).toBe('failed (deadlock: m, z)');
  });
});

describe('a mapped task that runs again', () => {
  const again = (count: number) => {
    const run = start(mapped);
    run.end('a', list(3));
    for (const copy of ['m[0]', 'm[1]', 'm[2]', 'z']) run.end(copy);
    expect(run.run).toBe('success');
    run.send({ type: 'tasksCleared', by: 'ann', tasks: [{ task: 'a' }], downstream: true });
    expect(run.line).toBe('a:scheduled m[0]:none m[1]:none m[2]:none z:none');
    run.end('a', list(count));
    return run;
  };

  test('with fewer items has its surplus copies removed', () => {
    const run = again(1);
    expect(run.line).toBe('a:success m[0]:scheduled m[1]:removed m[2]:removed z:none');
    run.end('m[0]');
    run.end('z');
    expect(run.run).toBe('success');
  });

  test('with more items gets more copies, also in the place of removed ones', () => {
    const run = again(1);
    run.end('m[0]');
    run.end('z');
    run.send({ type: 'tasksCleared', by: 'ann', tasks: [{ task: 'a' }], downstream: true });
    run.end('a', list(4));
    expect(run.line).toBe('a:success m[0]:scheduled m[1]:scheduled m[2]:scheduled m[3]:scheduled z:none');
    for (const copy of ['m[0]', 'm[1]', 'm[2]']) run.end(copy);
    expect(run.status('z')).toBe('none');
    run.end('m[3]');
    expect(run.status('z')).toBe('scheduled');
  });

  test('takes one copy alone when one is named', () => {
    const run = start(mapped);
    run.end('a', list(2));
    run.end('m[0]');
    run.end('m[1]', 'failed');
    run.send({ type: 'tasksCleared', by: 'ann', tasks: [{ task: 'm', index: 1 }], downstream: true });
    expect(run.line).toBe('a:success m[0]:success m[1]:scheduled z:none');
  });
});

describe('a mapped group', () => {
  const group: WorkflowSketch = {
    tasks: { a: {}, p: { group: 'g' }, q: { group: 'g' }, z: {} },
    edges: ['p > q', 'q > z'],
    groups: [{ id: 'g', map: { over: [{ into: 'x', items: ofA }] } }],
  };

  test('runs depth first: a copy waits for the copy of its own index', () => {
    const run = start(group);
    run.end('a', list(2));
    expect(run.line).toBe('a:success p[0]:scheduled p[1]:scheduled q[0]:none q[1]:none z:none');
    run.end('p[1]');
    expect(run.line).toBe('a:success p[0]:scheduled p[1]:success q[0]:none q[1]:scheduled z:none');
    run.end('q[1]');
    run.end('p[0]', 'failed');
    expect(run.line).toBe('a:success p[0]:failed p[1]:success q[0]:upstream_failed q[1]:success z:upstream_failed');
  });

  test('decides a branch for each index', () => {
    const run = start({
      ...group,
      edges: ['p:yes > q', 'q > z'],
      tasks: { ...(group.tasks as object), z: { triggerRule: 'none_failed' } },
    });
    run.end('a', list(2));
    run.end('p[0]', { type: 'success', ports: [] });
    run.end('p[1]', { type: 'success', ports: ['yes'] });
    expect(run.line).toBe('a:success p[0]:success p[1]:success q[0]:skipped q[1]:scheduled z:none');
    run.end('q[1]');
    expect(run.status('z')).toBe('scheduled');
  });

  test('unfolds the rest of it when one of its tasks was skipped before the list was known', () => {
    const run = start({
      ...group,
      tasks: { a: {}, b: {}, p: { group: 'g' }, q: { group: 'g', triggerRule: 'all_done' }, z: {} },
      edges: ['b:yes > p', 'p > q', 'q > z'],
    });
    run.end('b', { type: 'success', ports: [] });
    expect(run.line).toBe('a:scheduled b:success p:skipped q:none z:none');
    run.end('a', list(2));
    expect(run.line).toBe('a:success b:success p:skipped q[0]:scheduled q[1]:scheduled z:none');
    run.send({ type: 'tasksCleared', by: 'ann', tasks: [{ task: 'b' }], downstream: true });
    run.end('b', { type: 'success', ports: ['yes'] });
    expect(run.line).toBe('a:success b:success p[0]:scheduled p[1]:scheduled q[0]:none q[1]:none z:none');
  });

  test('with an empty list is skipped, and upstream_failed with a failed source', () => {
    const empty = start(group);
    empty.end('a', list(0));
    expect(empty.line).toBe('a:success p:skipped q:skipped z:skipped');
    const failed = start(group);
    failed.end('a', 'failed');
    expect(failed.line).toBe('a:failed p:upstream_failed q:upstream_failed z:upstream_failed');
  });

  test('grows and shrinks as a whole', () => {
    const run = start(group);
    run.end('a', list(1));
    for (const task of ['p[0]', 'q[0]', 'z']) run.end(task);
    run.send({ type: 'tasksCleared', by: 'ann', tasks: [{ task: 'a' }], downstream: true });
    run.end('a', list(2));
    expect(run.line).toBe('a:success p[0]:scheduled p[1]:scheduled q[0]:none q[1]:none z:none');
    for (const task of ['p[0]', 'p[1]', 'q[0]', 'q[1]', 'z']) run.end(task);
    run.send({ type: 'tasksCleared', by: 'ann', tasks: [{ task: 'a' }], downstream: true });
    run.end('a', list(1));
    expect(run.line).toBe('a:success p[0]:scheduled p[1]:removed q[0]:none q[1]:removed z:none');
    run.end('p[0]');
    run.end('q[0]');
    expect(run.line).toBe('a:success p[0]:success p[1]:removed q[0]:success q[1]:removed z:scheduled');
  });

  test('has a setup and a teardown of its own in every copy', () => {
    const run = start({
      tasks: {
        a: {},
        s: { group: 'g', role: { setup: true } },
        p: { group: 'g' },
        t: { group: 'g', role: { teardown: { of: ['s'] } } },
      },
      edges: ['s > p', 'p > t'],
      groups: [{ id: 'g', map: { over: [{ into: 'x', items: ofA }] } }],
    });
    run.end('a', list(2));
    run.end('s[0]');
    run.end('p[0]', 'failed');
    expect(run.line).toBe('a:success p[0]:failed p[1]:none s[0]:success s[1]:scheduled t[0]:scheduled t[1]:none');
    run.end('s[1]', 'skipped');
    expect(run.line).toBe('a:success p[0]:failed p[1]:skipped s[0]:success s[1]:skipped t[0]:scheduled t[1]:skipped');
  });
});
