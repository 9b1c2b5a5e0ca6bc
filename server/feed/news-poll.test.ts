import { describe, expect, it } from 'vitest';
import { NewsPoll, type News } from './news-poll.ts';

/** An engine whose long polls are answered by the test, one after the other. */
function pretendEngine() {
  const asked: { after: number; eventsOf: string[]; answer: (news: News) => void; fail: (error: Error) => void }[] = [];
  const waiting: (() => void)[] = [];
  return {
    ask: (after: number, eventsOf: string[]) =>
      new Promise<News>((answer, fail) => {
        asked.push({ after, eventsOf, answer, fail });
        waiting.shift()?.();
      }),
    /** The next poll, once it is asked. */
    async next() {
      while (asked.length === 0) await new Promise<void>((resolve) => waiting.push(resolve));
      return asked.shift()!;
    },
    get open() {
      return asked.length;
    },
  };
}
const event = { type: 'runAdmitted', at: 1 } as const;
const never = new AbortController().signal;

describe('NewsPoll', () => {
  it('serves every stream with one poll, and wakes only those whose run has news', async () => {
    const engine = pretendEngine();
    const poll = new NewsPoll(engine.ask, 60_000);
    const [a, b, any] = [poll.open('a'), poll.open('b'), poll.open(null)];
    const waits = [a.wait(never), any.wait(never)];
    const other = new AbortController();
    const waitsForB = b.wait(other.signal);
    const first = await engine.next();
    expect([first.after, first.eventsOf, engine.open]).toEqual([0, ['a'], 0]);
    const hint = { runId: 'a', seq: 3, ended: false };
    first.answer({ cursor: 7, runs: [hint] });
    expect(await Promise.all(waits)).toEqual([[hint], [hint]]);
    expect(await engine.next()).toMatchObject({ after: 7, eventsOf: ['a', 'b'] });
    other.abort();
    expect(await waitsForB).toEqual([]);
    for (const place of [a, b, any]) place.close();
  });

  it('keeps hints that come while a stream works, as one', async () => {
    const engine = pretendEngine();
    const poll = new NewsPoll(engine.ask, 60_000);
    const place = poll.open('a');
    (await engine.next()).answer({ cursor: 1, runs: [{ runId: 'a', seq: 1, ended: false }] });
    (await engine.next()).answer({ cursor: 2, runs: [{ runId: 'a', seq: 3, ended: false, events: [event, event] }] });
    (await engine.next()).answer({ cursor: 3, runs: [{ runId: 'a', seq: 4, ended: true, events: [event] }] });
    await engine.next();
    expect(await place.wait(never)).toEqual([{ runId: 'a', seq: 4, ended: true, events: [event, event, event] }]);
    place.close();
  });

  it('looks by itself after a while, and begins at 0 with an engine that came back', async () => {
    const engine = pretendEngine();
    const poll = new NewsPoll(engine.ask, 1);
    const place = poll.open('a');
    expect(await place.wait(never)).toEqual([]);
    (await engine.next()).answer({ cursor: 9, runs: [] });
    (await engine.next()).fail(new Error('the engine is gone'));
    expect((await engine.next()).after).toBe(0);
    place.close();
  });

  it('asks nobody when nobody listens', async () => {
    const engine = pretendEngine();
    const poll = new NewsPoll(engine.ask, 60_000);
    const place = poll.open('a');
    const only = await engine.next();
    place.close();
    place.close();
    only.answer({ cursor: 1, runs: [] });
    await Promise.resolve();
    await Promise.resolve();
    expect(engine.open).toBe(0);
    const again = poll.open('a');
    expect((await engine.next()).after).toBe(1);
    again.close();
  });
});
