import { describe, expect, it } from 'vitest';
import { parseWorkflow } from '#domain/definition/parse.ts';
import type { Json, JsonObject } from '#domain/definition/schema/json.ts';
import { makeContext } from '../context.ts';
import type { KnownWorkflow } from '../known-workflow.ts';
import { approvalForms } from './approval-forms.ts';
import { subWorkflows } from './sub-workflows.ts';

function contextOf(operator: string, config: JsonObject, workflows?: ReadonlyMap<string, KnownWorkflow>) {
  const parsed = parseWorkflow({
    format: 'drawloom/workflow@1',
    id: 'w',
    name: 'w',
    triggers: [],
    tasks: [{ id: 't', operator, config }],
    edges: [],
  });
  if (!parsed.ok) throw new Error(parsed.problems[0]?.message);
  return makeContext(parsed.workflow, [], null, workflows);
}

describe('the form of an approval', () => {
  it.each<[Json, string[]]>([
    [{ properties: { amount: { type: 'number' } } }, []],
    [{}, []],
    [{ type: 'array' }, ['approval.form']],
    [{ properties: [] }, ['approval.form']],
    [{ properties: { amount: 'number' } }, ['approval.form']],
    [{ properties: { approval: {} } }, ['approval.form']],
  ])('%j', (form, codes) => {
    const problems = [...approvalForms(contextOf('approval@1', { message: 'm', form }))];
    expect(problems.map(({ code }) => code)).toEqual(codes);
  });
});

describe('the workflow that a task runs', () => {
  const known = new Map([
    ['there', { isPublished: true }],
    ['draft', { isPublished: false }],
  ]);
  it.each([
    ['there', []],
    ['w', []],
    ['draft', ['child.unpublished']],
    ['nowhere', ['child.unknown-workflow']],
  ])('%s', (workflow, codes) => {
    const problems = [...subWorkflows(contextOf('sub-workflow@1', { workflow }, known))];
    expect(problems.map(({ code }) => code)).toEqual(codes);
  });

  it('is not judged where nobody knows what there is', () => {
    expect([...subWorkflows(contextOf('sub-workflow@1', { workflow: 'nowhere' }))]).toEqual([]);
  });
});
