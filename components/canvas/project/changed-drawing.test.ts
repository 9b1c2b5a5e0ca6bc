import { describe, expect, it } from 'vitest';
import { parseWorkflow } from '#domain/definition/parse.ts';
import type { Workflow } from '#domain/definition/schema/workflow.ts';
import { catalog } from '#operators/catalog.ts';
import { changedDrawing } from './changed-drawing.ts';
import { drawingOf } from './drawing.ts';

const parsed = parseWorkflow({
  format: 'drawloom/workflow@1',
  id: 'w',
  name: 'W',
  triggers: [],
  tasks: [
    { id: 'a', operator: 'shell@1', config: { command: 'true' } },
    { id: 'b', operator: 'branch@1', config: { cases: [{ port: 'yes', when: 'true' }] } },
  ],
  edges: [{ from: 'a', to: 'b' }],
  layout: { positions: { a: [0, 0], b: [300, 0] } },
});
if (!parsed.ok) throw new Error(parsed.problems[0]?.message);
const workflow = parsed.workflow;
const byType = new Map(catalog.map((manifest) => [`${manifest.type}@${manifest.version}`, manifest]));
const before = { workflow, drawing: drawingOf(workflow, catalog) };
const withTask = (id: string, fields: Partial<Workflow['tasks'][number]>): Workflow => ({
  ...workflow,
  tasks: workflow.tasks.map((task) => (task.id === id ? { ...task, ...fields } : task)),
});

describe('a drawing after a change that moved nothing', () => {
  it('keeps every box but that of the changed task, and is what drawing it anew gives', () => {
    const after = withTask('a', { config: { command: 'false' } });
    const next = changedDrawing(before, after, byType);
    expect(next?.sameLook).toBe(true);
    expect(next?.drawing.boxes.get('b')).toBe(before.drawing.boxes.get('b'));
    expect(next?.drawing).toEqual(drawingOf(after, catalog));
  });
  it('says when a name or a disabled task is to be painted anew', () => {
    for (const fields of [{ name: 'New' }, { disabled: true }]) {
      const after = withTask('a', fields);
      const next = changedDrawing(before, after, byType);
      expect(next?.sameLook).toBe(false);
      expect(next?.drawing).toEqual(drawingOf(after, catalog));
    }
  });
  it('gives up when ports, places, edges or tasks have changed', () => {
    const ports = {
      cases: [
        { port: 'yes', when: 'true' },
        { port: 'no', when: 'false' },
      ],
    };
    expect(changedDrawing(before, withTask('b', { config: ports }), byType)).toBeNull();
    expect(changedDrawing(before, { ...workflow, layout: { positions: {}, direction: 'LR' } }, byType)).toBeNull();
    expect(changedDrawing(before, { ...workflow, edges: [] }, byType)).toBeNull();
    expect(changedDrawing(before, { ...workflow, tasks: workflow.tasks.slice(1) }, byType)).toBeNull();
  });
});
