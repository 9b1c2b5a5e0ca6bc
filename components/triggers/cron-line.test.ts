import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCronLine, writeCronLine, type CronLine } from './cron-line.ts';

describe('cron lines as words', () => {
  it('reads the forms people mean', () => {
    expect(readCronLine('30 2 * * *')).toEqual({ every: 'day', at: '02:30' });
    expect(readCronLine('30 14 * * 1-5')).toEqual({ every: 'weekdays', at: '14:30' });
    expect(readCronLine('0 5 * * MON')).toEqual({ every: 'week', day: 1, at: '05:00' });
    expect(readCronLine('0 5 * * 7')).toEqual({ every: 'week', day: 0, at: '05:00' });
    expect(readCronLine('*/15 * * * *')).toEqual({ every: 'minutes', step: 15 });
    expect(readCronLine('10 * * * *')).toEqual({ every: 'hour', minute: 10 });
    expect(readCronLine('0 6 1 * *')).toEqual({ every: 'month', date: 1, at: '06:00' });
  });
  it('leaves the rest to the text', () => {
    for (const line of [
      '0 2 * 1 *',
      '0 2 1 * 1',
      'H 2 * * *',
      '0 2,4 * * *',
      '0 2 * *',
      '61 2 * * *',
      '0 0 2 * * *',
      '0 2 L * *',
    ])
      expect(readCronLine(line)).toBeNull();
  });
  it('writes what it reads', () => {
    const at = fc.tuple(fc.nat(23), fc.nat(59)).map(([h, m]) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`);
    const line: fc.Arbitrary<CronLine> = fc.oneof(
      fc.record({ every: fc.constant('minutes' as const), step: fc.integer({ min: 1, max: 59 }) }),
      fc.record({ every: fc.constant('hour' as const), minute: fc.nat(59) }),
      fc.record({ every: fc.constantFrom('day' as const, 'weekdays' as const, 'weekends' as const), at }),
      fc.record({ every: fc.constant('week' as const), day: fc.nat(6), at }),
      fc.record({ every: fc.constant('month' as const), date: fc.integer({ min: 1, max: 31 }), at }),
    );
    fc.assert(
      fc.property(line, (value) => {
        expect({ ...readCronLine(writeCronLine(value)) }).toEqual({ ...value });
      }),
    );
  });
});
