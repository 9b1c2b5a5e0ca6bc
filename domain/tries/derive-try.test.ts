import { describe, expect, it } from 'vitest';
import { parseWorkflow } from '#domain/definition/parse.ts';
import type { WorkflowFile } from '#domain/definition/schema/workflow.ts';
import { validate } from '#domain/validation/validate.ts';
import { catalog } from '#operators/catalog.ts';
import { deriveTry } from './derive-try.ts';
import { tryLists } from './try-lists.ts';
import { tryNeeds } from './try-needs.ts';

const manifests = new Map(catalog.map((manifest) => [`${manifest.type}@${manifest.version}`, manifest]));
type TaskFile = WorkflowFile['tasks'][number];
function flow(tasks: Record<string, Omit<TaskFile, 'id'>>, edges: string[] = [], more: Partial<WorkflowFile> = {}) {
  const parsed = parseWorkflow({
    format: 'drawloom/workflow@1',
    id: 'w',
    name: 'W',
    triggers: [{ id: 't', type: 'cron', cron: ['0 0 * * *'] }],
    tasks: Object.entries(tasks).map(([id, task]) => ({ id, ...task })),
    edges: edges.map((text) => ({ from: text.split('>')[0] ?? '', to: text.split('>')[1] ?? '' })),
    ...more,
  });
  if (!parsed.ok) throw new Error(parsed.problems[0]?.message);
  return parsed.workflow;
}
const noop = { operator: 'noop@1', config: {} };
const shell = (command: string) => ({ operator: 'shell@1', config: { command } });
function derive(workflow: ReturnType<typeof flow>, id: string, items?: unknown[]) {
  const task = workflow.tasks.find((each) => each.id === id)!;
  const needs = tryNeeds(workflow, task, manifests);
  return { needs, derived: deriveTry(workflow, task, needs, items as never) };
}
const errors = (workflow: ReturnType<typeof flow>) =>
  validate(workflow, catalog)
    .filter(({ level }) => level === 'error')
    .map(({ code }) => code);

describe('what a try takes from others', () => {
  it('those right before it, and those it names wherever they stand', () => {
    const workflow = flow(
      { far: noop, mid: noop, other: noop, end: shell('echo {{ tasks.far.output.n }} {{ tasks.mid.output }}'), after: noop },
      ['far>mid', 'mid>end', 'other>end', 'end>after'],
    );
    expect(derive(workflow, 'end').needs).toEqual({ direct: ['mid', 'other'], named: ['far', 'mid'], readsInputs: false });
    expect(derive(workflow, 'far').needs).toEqual({ direct: [], named: [], readsInputs: false });
  });

  it('a condition counts as a template does, code that reads its inputs says so', () => {
    const workflow = flow(
      {
        a: noop,
        pick: { operator: 'branch@1', config: { cases: [{ port: 'big', when: 'tasks.a.output.n > 3' }], otherwise: 'small' } },
        code: { operator: 'python@1', config: { code: 'def main(inputs, run):\n  return inputs["a"]' } },
      },
      ['a>pick', 'a>code'],
    );
    expect(derive(workflow, 'pick').needs.named).toEqual(['a']);
    expect(derive(workflow, 'code').needs).toMatchObject({ named: [], readsInputs: true });
  });
});

describe('the workflow of a try', () => {
  it('is the task after stand-ins; whatever could keep it from starting is gone', () => {
    const workflow = flow(
      {
        far: { ...shell('broken {{'), role: { setup: true } },
        mid: noop,
        end: {
          ...shell('echo {{ tasks.far.output }}'),
          triggerRule: 'one_failed',
          disabled: true,
          retry: { max: 5 },
          timeoutSec: 7,
          past: { dependsOnPast: true },
          limits: { perWorkflow: 1 },
        },
        after: noop,
      },
      ['far>mid', 'mid>end', 'end>after'],
      { settings: { failFast: false, concurrency: 'skip' }, taskDefaults: { retry: { max: 3 } } },
    );
    const { derived } = derive(workflow, 'end');
    expect(derived.tasks.map(({ id, operator }) => `${id} ${operator}`)).toEqual(['end shell@1', 'mid noop@1', 'far noop@1']);
    expect(derived.tasks[0]).toMatchObject({ triggerRule: 'all_success', disabled: false, timeoutSec: 7, retry: { max: 0 } });
    expect(Object.keys(derived.tasks[0]!)).not.toContain('past');
    expect(derived.edges.map(({ from, to }) => `${from}>${to}`)).toEqual(['mid>end', 'far>mid']);
    expect(derived).toMatchObject({ triggers: [] });
    expect(derived.settings).toBeUndefined();
    expect(errors(derived)).toEqual([]);
  });

  it('keeps what is wrong about the task itself, and nothing that is wrong elsewhere', () => {
    const workflow = flow({ a: shell('echo {{ tasks.nobody.output }}'), b: shell('echo {{ tasks.c.output }}'), c: noop }, [
      'a>b',
    ]);
    expect(errors(derive(workflow, 'a').derived)).toEqual(['template.unknown-task']);
    expect(errors(derive(workflow, 'b').derived)).toEqual(['template.not-upstream']);
  });

  it('maps over the chosen item alone; the task that gives the list comes before it', () => {
    const items = '{{ tasks.list.output }}';
    const workflow = flow({ list: noop, each: { ...shell('x'), map: { over: [{ into: 'command', items }] } } }, []);
    const { needs, derived } = derive(workflow, 'each', [{ deep: '{{ no template }}' }]);
    expect(needs).toMatchObject({ direct: ['list'], named: ['list'] });
    expect(derived.tasks[0]?.map?.over).toEqual([{ into: 'command', items: [{ deep: '{{ no template }}' }] }]);
    const map = workflow.tasks[1]!.map!;
    expect(tryLists(map, { tasks: { list: { output: [1, 2] } } })).toEqual({ lists: [[1, 2]] });
    expect(tryLists(map, { tasks: { list: { output: [] } } })).toHaveProperty('fault');
    expect(tryLists(map, { tasks: { list: { output: 3 } } })).toHaveProperty('fault');
    expect(tryLists(map, { tasks: {} })).toHaveProperty('fault');
  });

  it('in a mapped group the group comes along, with this item', () => {
    const workflow = flow({ each: { ...shell('echo {{ item }}'), group: 'inner' }, other: noop }, [], {
      groups: [
        { id: 'outer', map: { over: [{ into: 'x', items: [1, 2] }] } },
        { id: 'inner', parent: 'outer' },
      ],
    });
    const { derived } = derive(workflow, 'each', [2]);
    expect(derived.groups).toMatchObject([{ id: 'outer', map: { over: [{ items: [2] }] } }]);
    expect(derived.tasks).toMatchObject([{ id: 'each', group: 'outer' }]);
    expect(errors(derived)).toEqual([]);
  });
});
