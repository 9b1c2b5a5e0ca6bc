import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aChunk, anAttempt, aRun, someEvents } from '#server/store/testing/rows.ts';
import { freshStore, type FreshStore } from '#server/testing/fresh-store.ts';
import { createFeed } from './feed.ts';
import type { RunHint } from '#server/engine/commands.ts';
import type { News } from './news-poll.ts';

let fresh: FreshStore;
beforeAll(async () => {
  fresh = await freshStore();
});
afterAll(() => fresh.close());

/** Hints as an engine gives them: each poll is answered by the next hint. */
function hints() {
  let cursor = 0;
  const given: News[] = [];
  const waiting: ((news: News) => void)[] = [];
  return {
    news: () =>
      new Promise<News>((resolve) => {
        const next = given.shift();
        if (next) resolve(next);
        else waiting.push(resolve);
      }),
    hint(runId: string, more: Partial<RunHint> = {}) {
      const news = { cursor: ++cursor, runs: [{ runId, seq: 0, ended: false, ...more }] };
      const next = waiting.shift();
      if (next) next(news);
      else given.push(news);
    },
  };
}
const take = async <T>(stream: AsyncGenerator<T[]>, count: number): Promise<T[]> => {
  const got: T[] = [];
  while (got.length < count) {
    const next = await stream.next();
    if (next.done) break;
    got.push(...next.value);
  }
  return got;
};
let number = 0;
async function newRun(id: string, events: number) {
  number++;
  await fresh.store.commitTurn({
    newRuns: [aRun(id, { number, seq: events, createdAt: 1_700_000_000_000 + number })],
    events: [{ runId: id, firstSeq: 1, at: 1, events: someEvents(events) }],
  });
}
const more = (runId: string, firstSeq: number, count: number) =>
  fresh.store.commitTurn({
    events: [{ runId, firstSeq, at: 2, events: someEvents(count) }],
    runs: [{ id: runId, set: { seq: firstSeq + count - 1 } }],
  });

describe('events of a run', () => {
  it('come once and in order, from where the listener was, without waiting for hints that are lost', async () => {
    await newRun('r1', 3);
    const feed = createFeed(fresh.store, hints());
    const stop = new AbortController();
    const stream = feed.run('r1', 1, stop.signal);
    expect((await take(stream, 2)).map(({ seq }) => seq)).toEqual([2, 3]);
    await more('r1', 4, 700);
    expect((await take(stream, 700)).map(({ seq }) => seq)).toEqual(Array.from({ length: 700 }, (_, i) => i + 4));
    stop.abort();
    expect((await stream.next()).done).toBe(true);
  });

  it('wake with a hint, and end when the listener leaves while it waits', async () => {
    await newRun('r2', 1);
    const engine = hints();
    const feed = createFeed(fresh.store, engine);
    const stop = new AbortController();
    const stream = feed.run('r2', 1, stop.signal);
    const next = stream.next();
    await more('r2', 2, 1);
    engine.hint('r2');
    expect((await next).value).toMatchObject([{ seq: 2 }]);
    const last = stream.next();
    stop.abort();
    expect((await last).done).toBe(true);
    expect((await feed.run('missing', 0, new AbortController().signal).next()).done).toBe(true);
  });

  it('are those of the hint when they are the very next ones, and read from the log when one is missing', async () => {
    await newRun('r4', 2);
    const engine = hints();
    let reads = 0;
    const { store } = fresh;
    const events: typeof store.runs.events = (...asked) => (reads++, store.runs.events(...asked));
    const stop = new AbortController();
    const stream = createFeed({ ...store, runs: { ...store.runs, events } }, engine).run('r4', 1, stop.signal);
    expect(await take(stream, 1)).toMatchObject([{ seq: 2 }]);
    const told = stream.next();
    const told2 = { type: 'admitted', task: 'a', attempt: 1, token: 'secret-token', at: 1 } as const;
    engine.hint('r4', { seq: 3, events: [someEvents(1)[0]!, told2] });
    // Seq 2 is known already, and no token leaves.
    expect((await told).value).toEqual([{ seq: 3, event: { ...told2, token: '' } }]);
    const before = reads;
    const next = stream.next();
    engine.hint('r4', { seq: 3 });
    engine.hint('r4', { seq: 4, events: [told2] });
    expect((await next).value).toMatchObject([{ seq: 4 }]);
    expect(reads).toBe(before);
    const late = stream.next();
    await fresh.store.commitTurn({
      events: [{ runId: 'r4', firstSeq: 3, at: 2, events: someEvents(4) }],
      runs: [{ id: 'r4', set: { seq: 6 } }],
    });
    engine.hint('r4', { seq: 6, events: [told2] });
    expect((await late).value).toMatchObject([{ seq: 5 }, { seq: 6 }]);
    stop.abort();
  });

  it('never carry the token of an attempt', async () => {
    await fresh.store.commitTurn({
      newRuns: [aRun('r3', { number: ++number, seq: 1 })],
      events: [
        { runId: 'r3', firstSeq: 1, at: 1, events: [{ type: 'admitted', task: 'a', attempt: 1, token: 'secret-token', at: 1 }] },
      ],
    });
    const stop = new AbortController();
    const [entry] = await take(createFeed(fresh.store, hints()).run('r3', 0, stop.signal), 1);
    expect(entry?.event).toEqual({ type: 'admitted', task: 'a', attempt: 1, token: '', at: 1 });
    stop.abort();
  });
});

describe('changed runs', () => {
  it('begin with the newest and then name each change once', async () => {
    const engine = hints();
    const stop = new AbortController();
    const stream = createFeed(fresh.store, engine).runs(stop.signal);
    const first = (await stream.next()).value as { id: string }[];
    expect(first.map(({ id }) => id)).toContain('r1');
    const next = stream.next();
    await fresh.store.commitTurn({ runs: [{ id: 'r1', set: { status: 'success', endedAt: 9 } }] });
    engine.hint('r1');
    expect((await next).value).toMatchObject([{ id: 'r1', status: 'success', endedAt: 9 }]);
    stop.abort();
    expect((await stream.next()).done).toBe(true);
  });
});

describe('the log of an attempt', () => {
  it('comes chunk by chunk and ends after the attempt has, with nothing left out', async () => {
    const id = 'r1/a@1';
    await fresh.store.commitTurn({ newAttempts: [anAttempt('r1', 'a')], logs: [aChunk(id, 1, 'one\n'), aChunk(id, 2, 'two\n')] });
    const engine = hints();
    const stream = createFeed(fresh.store, engine).log(id, 1, new AbortController().signal);
    expect((await take(stream, 1)).map(({ text }) => text)).toEqual(['two\n']);
    const rest = take(stream, 99);
    await fresh.store.commitTurn({
      logs: [aChunk(id, 3, 'three\n')],
      attempts: [{ id, token: 'token', expected: ['queued'], set: { status: 'success', endedAt: 3 } }],
    });
    engine.hint('r1');
    expect((await rest).map(({ text }) => text)).toEqual(['three\n']);
    expect((await createFeed(fresh.store, engine).log('missing', 0, new AbortController().signal).next()).done).toBe(true);
  });
});
