import { describe, expect, it } from 'vitest';
import { createWireStore } from './wire-store.ts';
import { impossibleTargets } from './impossible-targets.ts';

const edge = (from: string, to: string, port = 'out') => ({ from, port, to });

describe('impossibleTargets', () => {
  it('names what would make a cycle and what is connected already, and nothing else', () => {
    const edges = [edge('a', 'b'), edge('b', 'c'), edge('c', 'd'), edge('x', 'y')];
    expect(Object.fromEntries(impossibleTargets(edges, 'c', 'out'))).toEqual({
      a: 'would make a cycle',
      b: 'would make a cycle',
      d: 'already connected',
    });
  });
  it('allows a second edge from another port, and survives a cycle that is there already', () => {
    const edges = [edge('a', 'b', 'yes'), edge('p', 'q'), edge('q', 'p')];
    expect(impossibleTargets(edges, 'a', 'no').has('b')).toBe(false);
    expect(impossibleTargets(edges, 'p', 'other').get('q')).toBe('would make a cycle');
  });
});

describe('createWireStore', () => {
  it('marks source, target and the impossible, and forgets them at the end', () => {
    const store = createWireStore();
    let told = 0;
    store.subscribe(() => told++);
    store.start({ from: 'a', port: 'out', impossible: new Map([['b', 'already connected']]) });
    store.aim('c');
    store.aim('c');
    expect([store.mark('a')?.kind, store.mark('b')?.kind, store.mark('c')?.kind, store.mark('d')]).toEqual([
      'source',
      'impossible',
      'target',
      null,
    ]);
    store.aim('b');
    expect(store.mark('b')).toEqual({ kind: 'impossible', reason: 'already connected' });
    store.end();
    expect(store.mark('a')).toBeNull();
    expect(told).toBe(4);
  });
});
