import { describe, expect, it } from 'vitest';
import type { FarScene } from './far-scene.ts';
import { hitFar } from './hit-far.ts';

const box = (id: string, x: number, y: number) => ({
  id,
  title: id,
  rect: { x, y, width: 184, height: 52 },
  ports: ['out'],
  task: null,
  members: [],
});
const scene = {
  drawing: {
    direction: 'LR',
    boxes: new Map([
      ['a', box('a', 0, 0)],
      ['b', box('b', 400, 0)],
      ['over', box('over', 410, 20)],
    ]),
    edges: [],
    merged: new Map(),
  },
  laid: new Map([
    [
      'a:out:b',
      {
        from: 'a',
        to: 'b',
        points: [
          { x: 184, y: 26 },
          { x: 400, y: 26 },
        ],
        gaps: [],
      },
    ],
  ]),
  frames: [{ group: 'g', name: 'Group', members: ['a'], height: 0, rect: { x: -16, y: -132, width: 216, height: 200 } }],
  notes: [{ id: 'n', text: 'x', rect: { x: 0, y: 300, width: 100, height: 60 } }],
  live: null,
  selected: new Set(['a']),
  problems: new Map(),
  matched: null,
  diff: null,
} satisfies FarScene as FarScene;

describe('what is hit on the far canvas', () => {
  it('takes the box that is painted last', () => {
    expect(hitFar(scene, { x: 420, y: 30 }, 0.3)).toBe('over');
    expect(hitFar(scene, { x: 402, y: 5 }, 0.3)).toBe('b');
  });
  it('takes a note, a thread and the head of a frame by the ids of a selection', () => {
    expect(hitFar(scene, { x: 50, y: 320 }, 0.3)).toBe('note:n');
    expect(hitFar(scene, { x: 300, y: 40 }, 0.3)).toBe('a:out:b');
    expect(hitFar(scene, { x: 100, y: -120 }, 0.3)).toBe('frame:g');
    // Its name stands above it where there is no room inside.
    expect(hitFar(scene, { x: 100, y: -170 }, 0.3)).toBe('frame:g');
    expect(hitFar(scene, { x: 100, y: -170 }, 0.6)).toBeNull();
  });
  it('leaves cloth inside a frame, and beside threads however small the drawing is', () => {
    expect(hitFar(scene, { x: 100, y: -60 }, 0.3)).toBeNull();
    expect(hitFar(scene, { x: 300, y: 60 }, 0.02)).toBeNull();
  });
  it('takes hold of a selected box a little beside it', () => {
    expect(hitFar(scene, { x: -20, y: 26 }, 0.3)).toBeNull();
    expect(hitFar(scene, { x: -20, y: 26 }, 0.3, true)).toBe('a');
  });
});
