import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalText, stripDefaults, type Stripped } from './canonical.ts';
import { definitionHash } from './hash.ts';
import { parseWorkflow, parseWorkflowText } from './parse.ts';
import type { Workflow } from './schema/workflow.ts';
import { arbitraryWorkflow } from './testing/arbitrary-workflow.ts';

const read = (text: string): Workflow => {
  const parsed = parseWorkflowText(text);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.workflow;
};

describe('canonical file', () => {
  test('stripping with what is known gives the same, and makes anew only the task that changed', () => {
    fc.assert(
      fc.property(arbitraryWorkflow, (file) => {
        const parsed = parseWorkflow(file);
        if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
        const known: Stripped = new WeakMap();
        const before = stripDefaults(parsed.workflow, known);
        expect(before).toEqual(stripDefaults(parsed.workflow));
        const [first, ...rest] = parsed.workflow.tasks;
        if (first === undefined) return;
        const edited: Workflow = { ...parsed.workflow, tasks: [{ ...first, name: 'Another' }, ...rest] };
        const after = stripDefaults(edited, known);
        expect(after).toEqual(stripDefaults(edited));
        for (const task of after.tasks) expect(before.tasks.find(({ id }) => id === task.id) === task).toBe(task.id !== first.id);
      }),
    );
  });
  test('export, import, export gives the same bytes, and the import means the same', () => {
    fc.assert(
      fc.property(arbitraryWorkflow, (file) => {
        const parsed = parseWorkflow(file);
        if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
        const first = canonicalText(parsed.workflow);
        const again = read(first);
        expect(canonicalText(again)).toBe(first);
        expect(canonicalText(stripDefaults(parsed.workflow))).toBe(first);
        expect(definitionHash(again)).toBe(definitionHash(parsed.workflow));
        expect(stripDefaults(again)).toEqual(stripDefaults(parsed.workflow));
        // What was written with defaults, lines or another order is the same workflow.
        expect(canonicalText(file)).toBe(first);
      }),
      { numRuns: 300 },
    );
  });

  test('order of keys, tasks, edges and of a config does not matter; defaults are not written', () => {
    const one = read(
      '{"format":"drawloom/workflow@1","id":"w","name":"W","triggers":[],"tasks":[{"id":"b","operator":"noop@1","config":{"y":1,"x":2},"disabled":false},{"id":"a","operator":"noop@1","config":{}}],"edges":[{"from":"a","to":"b","port":"out"}]}',
    );
    const two = read(
      '{"edges":[{"to":"b","from":"a"}],"tasks":[{"config":{},"id":"a","operator":"noop@1","triggerRule":"all_success"},{"id":"b","operator":"noop@1","config":{"x":2,"y":1}}],"triggers":[],"settings":{"maxActiveRuns":16},"name":"W","id":"w","format":"drawloom/workflow@1"}',
    );
    expect(canonicalText(one)).toBe(canonicalText(two));
    expect(canonicalText(one)).not.toMatch(/disabled|port|triggerRule|settings|layout/);
    expect(canonicalText(one).endsWith('\n')).toBe(true);
  });

  test('-0 is 0 in a file, and so it is in the workflow that is compared with it', () => {
    const parsed = parseWorkflow({
      ...{ format: 'drawloom/workflow@1', id: 'w', name: 'W', triggers: [], edges: [], params: { x: -0 } },
      tasks: [{ id: 'a', operator: 'noop@1', config: { x: [-0] } }],
    });
    if (!parsed.ok) throw new Error('does not parse');
    const stripped = stripDefaults(parsed.workflow);
    expect(Object.is((stripped.tasks[0]?.config as { x: number[] }).x[0], 0)).toBe(true);
    expect(Object.is((stripped.params as { x: number }).x, 0)).toBe(true);
  });

  test('a retry without fields stays: it overrides the default of the workflow', () => {
    const workflow = read(
      '{"format":"drawloom/workflow@1","id":"w","name":"W","triggers":[],"taskDefaults":{"retry":{"max":3}},"tasks":[{"id":"a","operator":"noop@1","config":{},"retry":{"max":0}}],"edges":[]}',
    );
    expect(read(canonicalText(workflow)).tasks[0]?.retry).toEqual({ max: 0, delaySec: 300, multiplier: 0 });
  });

  test('scripts are lines in the file and text inside', () => {
    const workflow = read(
      '{"format":"drawloom/workflow@1","id":"w","name":"W","triggers":[],"tasks":[{"id":"a","operator":"python@1","config":{"code":["import csv","","print(1)",""],"requirements":["a","b"]}}],"edges":[]}',
    );
    expect(workflow.tasks[0]?.config).toEqual({ code: 'import csv\n\nprint(1)\n', requirements: ['a', 'b'] });
    expect(canonicalText(workflow)).toContain(
      '        "code": [\n          "import csv",\n          "",\n          "print(1)",\n          ""\n        ]',
    );
  });

  test('the hash ignores where boxes lie, and nothing else', () => {
    const base = read(
      '{"format":"drawloom/workflow@1","id":"w","name":"W","triggers":[],"tasks":[{"id":"a","operator":"noop@1","config":{}}],"edges":[]}',
    );
    const moved: Workflow = { ...base, layout: { positions: { a: [40, 80] }, direction: 'LR' } };
    expect(definitionHash(moved)).toBe(definitionHash(base));
    expect(canonicalText(moved)).not.toBe(canonicalText(base));
    expect(definitionHash({ ...base, name: 'V' })).not.toBe(definitionHash(base));
    expect(definitionHash(base)).toMatch(/^[0-9a-f]{64}$/);
  });
});
