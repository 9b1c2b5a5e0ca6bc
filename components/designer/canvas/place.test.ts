import { describe, expect, it } from 'vitest';
import type { Drawing } from '#components/canvas/project/drawing.ts';
import type { Workflow } from '#domain/definition/schema/workflow.ts';
import { shellOperator } from '#operators/shell/shell.operator.ts';
import { makeRoom } from './make-room.ts';
import { idFromName, isAutomaticId, newTask } from './new-task.ts';
import { placeTask } from './place-task.ts';

const box = (id: string, x: number, y: number) =>
  [id, { id, title: id, rect: { x, y, width: 184, height: 52 }, ports: ['out'], task: null, members: [] }] as const;
const empty: Workflow = { format: 'drawloom/workflow@1', id: 'w', name: 'W', triggers: [], tasks: [], edges: [] };
const drawing = (direction: 'LR' | 'TB', edges: [string, string][], ...boxes: ReturnType<typeof box>[]): Drawing => ({
  direction,
  boxes: new Map(boxes),
  merged: new Map(),
  edges: edges.map(([from, to]) => ({ from, port: 'out', to })),
});

describe('newTask', () => {
  it('takes the next free id and the defaults of its operator, which stay its own', () => {
    const first = newTask(empty, shellOperator);
    expect([first.id, first.name, first.operator]).toEqual(['shell', 'Shell', 'shell@1']);
    const second = newTask({ ...empty, tasks: [first] }, shellOperator);
    expect([second.id, second.name]).toEqual(['shell_2', 'Shell 2']);
    expect(second.config).not.toBe(shellOperator.defaults);
  });
  it('makes ids from names', () => {
    expect(idFromName('Load orders')).toBe('load_orders');
    expect(idFromName('Über 5 %')).toBe('uber_5');
    expect(idFromName('«»')).toBe('');
    expect(isAutomaticId('short_circuit_3', 'short-circuit@1')).toBe(true);
    expect(isAutomaticId('load_orders', 'sql@1')).toBe(false);
  });
});

describe('placeTask', () => {
  it('goes one rank on, beside what is there', () => {
    const d = drawing('LR', [], box('a', 0, 0), box('b', 232, 0));
    expect(placeTask(d, { after: 'a', near: { x: 0, y: 0 } })).toEqual([232, 84]);
    expect(placeTask(drawing('TB', [], box('a', 0, 0)), { after: 'a', near: { x: 0, y: 0 } })).toEqual([0, 100]);
    expect(placeTask(d, { near: { x: 92, y: 426 } })).toEqual([0, 400]);
  });
});

describe('makeRoom', () => {
  it('pushes what comes after, by what is missing, and nothing else', () => {
    const d = drawing(
      'LR',
      [
        ['a', 'b'],
        ['b', 'c'],
      ],
      box('a', 0, 0),
      box('b', 232, 0),
      box('c', 464, 0),
      box('x', 232, 200),
    );
    expect(makeRoom(d, { from: 'a', to: 'b' })).toEqual({ at: [232, 0], moved: { b: [464, 0], c: [696, 0] } });
  });
  it('leaves what has room enough where it is, and pushes what would be lain on', () => {
    const d = drawing(
      'LR',
      [
        ['a', 'b'],
        ['b', 'c'],
      ],
      box('a', 0, 0),
      box('b', 232, 0),
      box('c', 1200, 0),
      box('x', 464, 20),
      box('y', 464, 300),
    );
    expect(makeRoom(d, { from: 'a', to: 'b' })?.moved).toEqual({ b: [464, 0], x: [696, 20] });
  });
  it('moves nothing where there is room', () => {
    const d = drawing('TB', [['a', 'b']], box('a', 0, 0), box('b', 0, 300));
    expect(makeRoom(d, { from: 'a', to: 'b' })).toEqual({ at: [0, 152], moved: {} });
  });
});
