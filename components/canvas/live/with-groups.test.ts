import { expect, test } from 'vitest';
import type { Drawing } from '../project/drawing.ts';
import { createLiveStatusStore } from './live-status-store.ts';
import { withGroups } from './with-groups.ts';

const rect = { x: 0, y: 0, width: 184, height: 52 };
const drawing: Drawing = {
  direction: 'LR',
  boxes: new Map([['g', { id: 'g', title: 'Group', rect, ports: ['out'], task: null, members: ['a', 'b'] }]]),
  edges: [{ from: 'g', port: 'out', to: 'c' }],
  merged: new Map([
    [
      'g:out:c',
      [
        { from: 'a', port: 'out', to: 'c' },
        { from: 'b', port: 'out', to: 'c' },
      ],
    ],
  ]),
};

test('a collapsed group shows the most urgent of its tasks, and its merged edge what any of them did', () => {
  const frames: (() => void)[] = [];
  const own = createLiveStatusStore((run) => frames.push(run));
  const live = withGroups(own, drawing);
  const told: string[] = [];
  live.subscribeTask('g', () => told.push('task'));
  live.subscribeEdge('g:out:c', () => told.push('edge'));
  expect(live.task('g')).toBeNull();
  own.patch({ tasks: [['a', { status: 'success', reason: null }]], edges: [['a:out:c', { state: 'taken' }]] });
  frames.splice(0).forEach((run) => run());
  expect(told).toEqual(['task', 'edge']);
  expect(live.task('g')).toEqual({ status: 'running', reason: '1 of 2 done', progress: 0.5 });
  expect(live.task('g')).toBe(live.task('g'));
  expect(live.edge('g:out:c')).toEqual({ state: 'taken' });
  own.patch({ tasks: [['b', { status: 'failed', reason: null }]] });
  frames.splice(0).forEach((run) => run());
  expect(live.task('g')).toMatchObject({ status: 'failed', reason: '1 of 2 done, 1 failed' });
});
