import { describe, expect, it } from 'vitest';
import { mergeStreams } from './merge-streams.ts';

async function* list<T>(items: T[], closed: string[] = [], name = ''): AsyncGenerator<T> {
  try {
    for (const item of items) yield item;
  } finally {
    closed.push(name);
  }
}

describe('mergeStreams', () => {
  it('gives everything of each, in its order', async () => {
    const got: string[] = [];
    for await (const item of mergeStreams([list(['a1', 'a2', 'a3']), list(['b1']), list([])])) got.push(item);
    expect(got.filter((item) => item.startsWith('a'))).toEqual(['a1', 'a2', 'a3']);
    expect([...got].sort()).toEqual(['a1', 'a2', 'a3', 'b1']);
  });

  it('does not wait for a stream that has nothing yet', async () => {
    let free = () => {};
    async function* slow() {
      await new Promise<void>((resolve) => (free = resolve));
      yield 'late';
    }
    const merged = mergeStreams([slow(), list(['now'])]);
    expect(await merged.next()).toEqual({ done: false, value: 'now' });
    free();
    expect(await merged.next()).toEqual({ done: false, value: 'late' });
    expect((await merged.next()).done).toBe(true);
  });

  it('ends each stream when it is left early, and passes an error on', async () => {
    const closed: string[] = [];
    const merged = mergeStreams([list([1, 2], closed, 'a'), list([1, 2], closed, 'b')]);
    await merged.next();
    await merged.return(undefined);
    await new Promise((resolve) => setImmediate(resolve));
    expect(closed.sort()).toEqual(['a', 'b']);
    async function* broken(): AsyncGenerator<number> {
      yield* [];
      throw new Error('gone');
    }
    await expect(mergeStreams([broken()]).next()).rejects.toThrow('gone');
  });
});
