import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { SpawnerMessage } from './protocol.ts';
import { Teller } from './teller.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const started = (id: string): SpawnerMessage => ({
  type: 'started',
  id,
  at: 1,
  process: { pid: 2, pidStart: '3', bootId: '4' },
});
const ended = (id: string): SpawnerMessage => ({ type: 'ended', id, end: { at: 2, exitCode: 0, stopped: false } });

function open() {
  const writes: string[] = [];
  const teller = new Teller((lines) => writes.push(lines));
  const told = () =>
    writes.map((lines) =>
      lines
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as SpawnerMessage),
    );
  return { teller, told };
}

it('tells the start of a short program with its end, in one piece and in order', () => {
  const { teller, told } = open();
  teller.tell(started('a'));
  teller.tell(started('b'));
  expect(told()).toEqual([]);
  teller.tell(ended('a'));
  expect(told()).toEqual([[started('a'), started('b'), ended('a')]]);
  vi.runAllTimers();
  expect(told()).toHaveLength(1);
});

it('tells the start of a longer one by itself', () => {
  const { teller, told } = open();
  teller.tell(started('a'));
  vi.runAllTimers();
  expect(told()).toEqual([[started('a')]]);
});

it('keeps nothing for another engine', () => {
  const { teller, told } = open();
  teller.tell(started('a'));
  teller.drop();
  vi.runAllTimers();
  teller.tell(ended('b'));
  expect(told()).toEqual([[ended('b')]]);
});
