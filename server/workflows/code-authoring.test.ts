import { describe, expect, it } from 'vitest';
import type { Workflow } from '#domain/definition/schema/workflow.ts';
import { catalog } from '#operators/catalog.ts';
import { authoredCode, isCodeOperator } from './code-authoring.ts';
import { definitionOf } from './definition-of.ts';

const workflow = (...tasks: { id: string; operator: string; config: Record<string, string>; name?: string }[]): Workflow =>
  definitionOf({ format: 'drawloom/workflow@1', id: 'w', name: 'w', triggers: [], edges: [], tasks });
const shell = (id: string, command: string) => ({ id, operator: 'shell@1', config: { command } });

describe('authoredCode', () => {
  it('takes the operators that run what their author writes', () => {
    const code = catalog.filter(isCodeOperator).map((manifest) => manifest.type);
    for (const type of ['shell', 'python', 'javascript']) expect(code).toContain(type);
    for (const type of ['noop', 'branch', 'wait', 'short-circuit']) expect(code).not.toContain(type);
    expect(isCodeOperator(undefined)).toBe(true);
  });

  it('names new code, changed code, and another operator over the same config', () => {
    const before = workflow(shell('a', 'ls'), shell('b', 'ls'), { id: 'c', operator: 'noop@1', config: {} });
    expect(authoredCode(null, before, catalog)).toEqual(['a', 'b']);
    expect(authoredCode(before, before, catalog)).toEqual([]);
    const after = workflow(shell('a', 'rm -r .'), shell('b', 'ls'), shell('c', 'id'), shell('d', 'id'));
    expect(authoredCode(before, after, catalog)).toEqual(['a', 'c', 'd']);
  });

  it('leaves moving, renaming and removing to any editor', () => {
    const before = workflow(shell('a', 'ls'), shell('b', 'ls'));
    expect(authoredCode(before, workflow({ ...shell('a', 'ls'), name: 'List' }), catalog)).toEqual([]);
  });
});
