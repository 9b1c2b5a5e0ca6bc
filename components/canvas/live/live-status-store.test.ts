import { describe, expect, it } from 'vitest';
import { createLiveStatusStore } from './live-status-store.ts';

function withFrames() {
  const frames: (() => void)[] = [];
  const store = createLiveStatusStore((run) => frames.push(run));
  return { store, frames, draw: () => frames.splice(0).forEach((run) => run()) };
}

describe('createLiveStatusStore', () => {
  it('tells once a frame, only whom it concerns', () => {
    const { store, frames, draw } = withFrames();
    const told: string[] = [];
    store.subscribeTask('a', () => told.push('a'));
    store.subscribeTask('b', () => told.push('b'));
    store.subscribeAll(() => told.push('all'));
    store.patch({ tasks: [['a', { status: 'queued', reason: null }]] });
    store.patch({ tasks: [['a', { status: 'running', reason: null }]] });
    expect(frames).toHaveLength(1);
    expect(store.task('a')).toBeNull();
    draw();
    expect(told).toEqual(['a', 'all']);
    expect(store.task('a')?.status).toBe('running');
  });

  it('asks for no frame when nothing changed', () => {
    const { store, frames, draw } = withFrames();
    store.patch({ edges: [['a:out:b', { state: 'taken' }]] });
    draw();
    store.patch({ edges: [['a:out:b', { state: 'taken' }]] });
    expect(frames).toHaveLength(0);
  });

  it('replaces everything: what is not named is gone', () => {
    const { store, draw } = withFrames();
    store.patch({
      tasks: [
        ['a', { status: 'failed', reason: 'exit 3' }],
        ['b', { status: 'success', reason: null }],
      ],
    });
    store.replace({ tasks: [['b', { status: 'running', reason: null }]], edges: [] });
    draw();
    expect(store.task('a')).toBeNull();
    expect(store.task('b')?.status).toBe('running');
  });

  it('stops telling who left', () => {
    const { store, draw } = withFrames();
    let told = 0;
    const leave = store.subscribeTask('a', () => told++);
    leave();
    store.patch({ tasks: [['a', { status: 'queued', reason: null }]] });
    draw();
    expect(told).toBe(0);
  });
});
