import { describe, expect, it } from 'vitest';
import type { Forecast } from '#domain/forecast/forecast-run.ts';
import { noHistory, type UsualDurations } from '#domain/forecast/usual.ts';
import { formatRough } from '#components/ui/format-rough.ts';
import { expectedWords } from './expected-words.ts';

const forecast = (more: Partial<Forecast>): Forecast => ({
  lowAt: 120_000,
  midAt: 180_000,
  highAt: 240_000,
  tasks: new Map(),
  unknown: [],
  person: [],
  late: [],
  runs: 5,
  ...more,
});
const usual: UsualDurations = { runs: 5, run: { medianMs: 300_000, lowMs: 1, highMs: 2, runs: 5, copies: 1 }, tasks: {} };
const title = (id: string) => id.toUpperCase();

describe('what can be said of the end', () => {
  it('says how much is left, what is usual, and between what', () => {
    const words = expectedWords(forecast({ unknown: ['a'] }), usual, 0, title);
    expect(words.text).toBe('about 3 min left, usually 5 min 00 s');
    expect(words.detail).toBe(
      'Between 2 min 00 s and 4 min 00 s, as in the last 5 runs. A never ran before and counts as nothing.',
    );
  });

  it('is honest', () => {
    expect(expectedWords(forecast({ runs: 0 }), noHistory, 0, title).text).toBe('no earlier run to judge by');
    expect(expectedWords(forecast({ person: ['a'] }), usual, 0, title).text).toBe('waits for a person');
    const late = expectedWords(forecast({ late: ['a'] }), usual, 180_000, title);
    expect(late.text).toBe('any moment, usually 5 min 00 s');
    expect(late.detail).toMatch(/A takes longer/);
  });

  it('guesses roughly', () => {
    const ms = [2_000, 23_000, 58_000, 200_000, 4_700_000, 90_000_000];
    expect(ms.map(formatRough)).toEqual([
      'a few seconds',
      'about 25 s',
      'about 1 min',
      'about 3 min',
      'about 1 h 20 min',
      'about 1 d 1 h',
    ]);
  });
});
