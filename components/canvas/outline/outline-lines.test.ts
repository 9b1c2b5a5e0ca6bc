import { expect, test } from 'vitest';
import { parseWorkflow } from '#domain/definition/parse.ts';
import { outlineLines } from './outline-lines.ts';

test('a task is told with what it waits for, its group, whether it is disabled, and what is wrong', () => {
  const parsed = parseWorkflow({
    format: 'drawloom/workflow@1',
    id: 'w',
    name: 'W',
    triggers: [],
    tasks: [
      { id: 'a', name: 'Load', operator: 'noop@1', config: {} },
      { id: 'b', operator: 'noop@1', config: {}, group: 'g', disabled: true },
    ],
    edges: [{ from: 'a', to: 'b' }],
    groups: [{ id: 'g', name: 'Orders' }],
  });
  if (!parsed.ok) throw new Error('the workflow cannot be read');
  const lines = outlineLines(parsed.workflow, new Map(), (id) => (id === 'b' ? '1 error' : null));
  expect(lines.map((line) => line.text)).toEqual(['Load, noop@1, begins', 'b, noop@1, after Load, in Orders, disabled, 1 error']);
});
