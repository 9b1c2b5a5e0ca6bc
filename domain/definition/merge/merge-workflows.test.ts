import { describe, expect, it } from 'vitest';
import { parseWorkflow } from '../parse.ts';
import type { WorkflowFile } from '../schema/workflow.ts';
import { mergeWorkflows } from './merge-workflows.ts';
import { unitKey } from './units.ts';

type Change = (file: WorkflowFile & { tasks: { id: string; name?: string; config: Record<string, unknown> }[] }) => void;
const workflow = (change: Change = () => undefined) => {
  const file = {
    format: 'drawloom/workflow@1' as const,
    id: 'w',
    name: 'Orders',
    triggers: [],
    tasks: ['load', 'clean', 'send'].map((id) => ({
      id,
      operator: 'shell@1',
      config: { command: `echo ${id}`, output: 'none' } as Record<string, unknown>,
    })),
    edges: [
      { from: 'load', to: 'clean' },
      { from: 'clean', to: 'send' },
    ],
    layout: { positions: { load: [0, 0] as [number, number] } },
  };
  change(file as never);
  const parsed = parseWorkflow(file);
  if (!parsed.ok) throw new Error(parsed.problems[0]?.message);
  return parsed.workflow;
};
const paths = (merge: ReturnType<typeof mergeWorkflows>) => merge.conflicts.map(({ path }) => path.join('/'));
const none: ReadonlySet<string> = new Set();

describe('mergeWorkflows', () => {
  it('gives back what nobody changed, and takes what one of the two changed', () => {
    expect(mergeWorkflows(workflow(), workflow(), workflow()).merged(none)).toEqual(workflow());
    const mine = workflow((w) => void (w.tasks[0]!.config['command'] = 'echo mine'));
    const theirs = workflow((w) => {
      w.tasks[0]!.name = 'Load all';
      w.edges = [{ from: 'load', to: 'clean' }];
    });
    const merge = mergeWorkflows(workflow(), mine, theirs);
    expect([merge.conflicts, merge.onlyMine, merge.onlyTheirs]).toEqual([[], 1, 2]);
    const both = merge.merged(none);
    expect(both.tasks[0]).toMatchObject({ name: 'Load all', config: { command: 'echo mine' } });
    expect(both.edges.map(({ from }) => from)).toEqual(['load']);
  });

  it('asks about one field that both changed, with all three values, and takes the one that is chosen', () => {
    const mine = workflow((w) => void (w.tasks[1]!.config['command'] = 'echo mine'));
    const theirs = workflow((w) => void (w.tasks[1]!.config['command'] = 'echo theirs'));
    const merge = mergeWorkflows(workflow(), mine, theirs);
    expect(merge.conflicts).toEqual([
      { path: ['tasks', 'clean', 'config', 'command'], base: 'echo clean', mine: 'echo mine', theirs: 'echo theirs' },
    ]);
    const key = unitKey(merge.conflicts[0]!.path);
    expect(merge.merged(none).tasks[1]!.config['command']).toBe('echo mine');
    expect(merge.merged(new Set([key])).tasks[1]!.config['command']).toBe('echo theirs');
  });

  it('asks about a task that one deleted and the other changed, as a whole', () => {
    const mine = workflow((w) => {
      w.tasks.splice(1, 1);
      w.edges = [];
    });
    const theirs = workflow((w) => void (w.tasks[1]!.config['command'] = 'echo theirs'));
    const merge = mergeWorkflows(workflow(), mine, theirs);
    expect(paths(merge)).toEqual(['tasks/clean']);
    expect(merge.merged(none).tasks.map(({ id }) => id)).toEqual(['load', 'send']);
    const kept = merge.merged(new Set([unitKey(['tasks', 'clean'])]));
    expect(kept.tasks.find(({ id }) => id === 'clean')?.config['command']).toBe('echo theirs');
  });

  it('takes a deletion of what the other left alone, and drops edges to it', () => {
    const mine = workflow((w) => void w.edges.push({ from: 'load', to: 'send' }));
    const theirs = workflow((w) => {
      w.tasks.pop();
      w.edges = [{ from: 'load', to: 'clean' }];
    });
    const merge = mergeWorkflows(workflow(), mine, theirs);
    expect(merge.conflicts).toEqual([]);
    const both = merge.merged(none);
    expect(both.tasks.map(({ id }) => id)).toEqual(['load', 'clean']);
    expect(both.edges.map(({ from, to }) => `${from} ${to}`)).toEqual(['load clean']);
  });

  it('never asks about places, and asks about every difference when it does not know what was before', () => {
    const mine = workflow((w) => void (w.layout = { positions: { load: [40, 0] } }));
    const theirs = workflow((w) => void (w.layout = { positions: { load: [80, 0], send: [8, 8] } }));
    const merge = mergeWorkflows(workflow(), mine, theirs);
    expect(merge.conflicts).toEqual([]);
    expect(merge.merged(none).layout?.positions).toEqual({ load: [40, 0], send: [8, 8] });
    expect(
      paths(
        mergeWorkflows(
          null,
          workflow(),
          workflow((w) => void (w.name = 'Other')),
        ),
      ),
    ).toEqual(['workflow/name']);
  });
});
