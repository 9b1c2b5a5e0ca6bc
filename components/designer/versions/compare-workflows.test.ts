import { describe, expect, it } from 'vitest';
import { parseWorkflow } from '#domain/definition/parse.ts';
import type { Workflow } from '#domain/definition/schema/workflow.ts';
import { compareWorkflows } from './compare-workflows.ts';

function workflow(fields: object = {}): Workflow {
  const parsed = parseWorkflow({
    format: 'drawloom/workflow@1',
    id: 'w',
    name: 'W',
    triggers: [],
    tasks: [
      { id: 'a', name: 'Load', operator: 'shell@1', config: { command: 'x' } },
      { id: 'b', operator: 'shell@1', config: { command: 'y' } },
    ],
    edges: [{ from: 'a', to: 'b' }],
    ...fields,
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.workflow;
}

describe('compareWorkflows', () => {
  it('sees nothing where only boxes were moved', () => {
    expect(compareWorkflows(workflow(), workflow({ layout: { positions: { a: [4, 8] } } }))).toEqual([]);
  });
  it('names what was added, removed and changed, by field', () => {
    const after = workflow({
      tasks: [
        { id: 'a', name: 'Load', operator: 'shell@1', config: { command: 'z' }, timeoutSec: 60 },
        { id: 'c', name: 'New', operator: 'noop@1', config: {} },
      ],
      edges: [],
      triggers: [{ id: 'n', type: 'cron', cron: ['0 2 * * *'] }],
      settings: { failFast: true },
    });
    expect(compareWorkflows(workflow(), after)).toEqual([
      { kind: 'changed', what: 'Load', fields: ['command', 'timeoutSec'], task: 'a' },
      { kind: 'added', what: 'New', fields: [], task: 'c' },
      { kind: 'removed', what: 'b', fields: [], task: 'b' },
      { kind: 'removed', what: 'edge from Load to b', fields: [] },
      { kind: 'added', what: 'trigger n', fields: [] },
      expect.objectContaining({ kind: 'changed', what: 'the workflow' }),
    ]);
  });
});
