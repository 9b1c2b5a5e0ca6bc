import fc from 'fast-check';
import { expect, test } from 'vitest';
import { definitionHash } from '../hash.ts';
import { parseWorkflow } from '../parse.ts';
import { arbitraryWorkflow } from '../testing/arbitrary-workflow.ts';
import { workflowOf } from '../testing/workflow-of.ts';
import { diffWorkflows } from './diff-workflows.ts';

const before = workflowOf(
  ['a', { id: 'b', operator: 'shell@1', config: { command: 'x', environment: { A: '1', B: '2' } } }, 'c'],
  ['a>b', 'b>c'],
  { triggers: [{ id: 'd', type: 'cron', cron: ['0 2 * * *'] }], layout: { positions: { a: [0, 0], b: [8, 8] } } },
);

test('tasks, edges, triggers and fields, by field', () => {
  const after = workflowOf(
    [
      'new',
      { id: 'b', operator: 'shell@1', config: { environment: { B: '3', A: '1', C: '4' }, command: 'x' }, retry: { max: 2 } },
      'c',
    ],
    ['new>b', 'b>c'],
    {
      name: 'V',
      settings: { failFast: true },
      triggers: [{ id: 'd', type: 'cron', cron: ['0 2 * * *', '0 9 * * *'] }],
      layout: { positions: { b: [8, 12] } },
    },
  );
  const diff = diffWorkflows(before, after);
  expect(diff.tasks).toEqual({
    added: ['new'],
    removed: ['a'],
    changed: [
      {
        id: 'b',
        fields: [
          { path: ['config', 'environment', 'B'], before: '2', after: '3' },
          { path: ['config', 'environment', 'C'], before: undefined, after: '4' },
          { path: ['retry'], before: undefined, after: { max: 2, delaySec: 300, multiplier: 0 } },
        ],
      },
    ],
  });
  expect(diff.edges).toEqual({ added: ['new:out>b'], removed: ['a:out>b'], changed: [] });
  expect(diff.triggers.changed).toEqual([
    { id: 'd', fields: [{ path: ['cron'], before: ['0 2 * * *'], after: ['0 2 * * *', '0 9 * * *'] }] },
  ]);
  expect(diff.fields.map(({ path }) => path)).toEqual([['name'], ['settings']]);
  expect(diff.moved).toEqual(['b']);
  expect(diff.sameMeaning).toBe(false);
});

test('a box that moved changes no meaning', () => {
  const moved = {
    ...before,
    layout: { positions: { a: [4, 4] as [number, number], b: [8, 8] as [number, number] }, direction: 'LR' as const },
  };
  expect(diffWorkflows(before, moved)).toMatchObject({ moved: ['a'], sameMeaning: true, same: false });
  expect(diffWorkflows(before, structuredClone(before))).toMatchObject({ same: true });
});

test('things with one id, as a draft may have them, are told apart by their order', () => {
  const every = (everySec: number) => ({ id: 'twice', type: 'every' as const, everySec });
  const withTriggers = (...triggers: ReturnType<typeof every>[]) => {
    const parsed = parseWorkflow({ format: 'drawloom/workflow@1', id: 'w', name: 'W', triggers, tasks: [], edges: [] });
    if (!parsed.ok) throw new Error(parsed.problems[0]?.message);
    return parsed.workflow;
  };
  const two = withTriggers(every(1), every(2));
  expect(diffWorkflows(two, structuredClone(two)).same).toBe(true);
  expect(diffWorkflows(two, withTriggers(every(1))).triggers).toEqual({ added: [], removed: ['twice'], changed: [] });
  expect(diffWorkflows(withTriggers(every(1)), two).triggers).toEqual({ added: ['twice'], removed: [], changed: [] });
});

test('no difference in meaning exactly where the hash is the same', () => {
  const parsed = arbitraryWorkflow.map((file) => {
    const result = parseWorkflow(file);
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    return result.workflow;
  });
  fc.assert(
    fc.property(parsed, parsed, (a, b) => {
      expect(diffWorkflows(a, structuredClone(a)).same).toBe(true);
      if (diffWorkflows(a, b).sameMeaning) expect(definitionHash(a)).toBe(definitionHash(b));
    }),
    { numRuns: 100 },
  );
});
