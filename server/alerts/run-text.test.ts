import { expect, it } from 'vitest';
import { runText, type RunFactsForAlert } from './run-text.ts';
import { timeTaken } from './time-taken.ts';

const run: RunFactsForAlert = {
  workflow: 'Nightly load',
  number: 412,
  event: 'failed',
  reason: null,
  failed: [{ task: 'Load', reason: 'exit 3' }],
  unfinished: [],
  tookMs: 182_000,
  address: 'http://x/runs/r',
};

it('says what happened, why, and where to look', () => {
  expect(runText(run)).toEqual({
    subject: 'Nightly load, run 412 failed',
    text: 'Nightly load, run 412 failed after 3 min 2 s.\nLoad: exit 3\n\nhttp://x/runs/r',
  });
  expect(runText({ ...run, event: 'cancelled', reason: 'by ada', failed: [] }).text).toContain('Reason: by ada');
});

it('names ten and counts the rest', () => {
  const many = Array.from({ length: 12 }, (_, n) => ({ task: `t${n}`, reason: null }));
  const { text } = runText({ ...run, failed: many });
  expect(text).toContain('t9: failed\n2 more failed.');
  const late = runText({ ...run, event: 'late', failed: [], unfinished: many.map(({ task }) => task) });
  expect(late.subject).toBe('Nightly load, run 412 is late');
  expect(late.text).toContain('t8, t9, and 2 more');
});

it.each([
  [400, '0 s'],
  [59_400, '59 s'],
  [60_000, '1 min'],
  [3_725_000, '1 h 2 min'],
  [48 * 3_600_000, '2 d'],
  [76 * 3_600_000, '3 d 4 h'],
])('%d ms are %s', (ms, words) => expect(timeTaken(ms)).toBe(words));
