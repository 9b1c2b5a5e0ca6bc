import { expect, it } from 'vitest';
import type { RunEvent } from '#domain/run/events.ts';
import { News, type Change } from './news.ts';

const event = (at: number): RunEvent => ({ type: 'runAdmitted', at });
const change = (runId: string, seq: number, count: number, ended = false): Change => ({
  runId,
  seq,
  ended,
  events: Array.from({ length: count }, (_, i) => event(seq - count + 1 + i)),
});
const start = 1_000;
const ask = (news: News, more: Partial<Parameters<News['after']>[0]> = {}) =>
  news.after({ after: start * 1_000, ...more }, 60_000);

it('tells the newest of each run, and with their events those that are asked for', async () => {
  const news = new News(start);
  news.publish([change('a', 3, 1), change('b', 2, 1)]);
  news.publish([change('a', 5, 2)]);
  const { cursor, runs } = await ask(news, { eventsOf: ['a'] });
  expect(cursor).toBe(start * 1_000 + 3);
  expect(runs).toEqual([
    { runId: 'a', seq: 5, ended: false, events: [event(3), event(4), event(5)] },
    { runId: 'b', seq: 2, ended: false },
  ]);
});

it('keeps no events of a run that begins or of a large turn, and forgets those of long ago', async () => {
  const news = new News(start);
  news.publish([change('new', 3, 3), change('large', 900, 600)]);
  news.publish([change('large', 901, 1)]);
  const eventsOf = ['new', 'large', 'a'];
  expect((await ask(news, { eventsOf })).runs).toEqual([
    { runId: 'large', seq: 901, ended: false, events: [event(901)] },
    { runId: 'new', seq: 3, ended: false },
  ]);
  for (let turn = 1; turn <= 100; turn++) news.publish([change('a', 1 + turn * 100, 100)]);
  const [hint] = (await ask(news, { runId: 'a', eventsOf })).runs;
  expect(hint?.events).toHaveLength(4_000);
  expect(hint?.events?.at(-1)).toEqual(event(hint!.seq));
  for (let turn = 1; turn <= 10_000; turn++) news.publish([change('b', 1 + turn, 1)]);
  const [late] = (await ask(news, { runId: 'b', eventsOf: ['b'] })).runs;
  expect(late).toMatchObject({ seq: 10_001 });
  expect(late?.events).toEqual(Array.from({ length: late!.events!.length }, (_, i) => event(10_002 - late!.events!.length + i)));
});

it('waits for the end of a run when that alone is asked for, and for no end that was taken back', async () => {
  const news = new News(start);
  news.publish([change('a', 3, 1), change('b', 9, 1, true)]);
  let told: unknown = null;
  const asked = ask(news, { runId: 'a', until: 'ended' }).then(({ runs }) => (told = runs));
  news.publish([change('a', 4, 1)]);
  await Promise.resolve();
  expect(told).toBeNull();
  news.publish([change('a', 5, 1, true)]);
  expect(await asked).toEqual([{ runId: 'a', seq: 5, ended: true }]);
  news.publish([change('a', 6, 1)]);
  expect((await news.after({ after: start * 1_000, runId: 'a', until: 'ended' }, 0)).runs).toEqual([]);
  expect((await news.after({ after: start * 1_000, until: 'ended' }, 0)).runs).toEqual([{ runId: 'b', seq: 9, ended: true }]);
});
