import { describe, expect, test } from 'vitest';
import { checkTrigger } from './check-trigger.ts';
import { triggerOf } from './testing/trigger-of.ts';

const codes = (fields: Record<string, unknown>) =>
  checkTrigger(triggerOf(fields), 's').map((problem) => `${problem.code} ${problem.pointer}`);
const cron = (...lines: string[]) => codes({ type: 'cron', cron: lines });

describe('checkTrigger', () => {
  test.each([
    '',
    '* * *',
    '* * * * * * *',
    '60 0 * * *',
    '0 24 * * *',
    '0 0 0 * *',
    '0 0 32 * *',
    '0 0 * 13 *',
    '0 0 * foo *',
    '0 0 * * 8',
    '*/0 * * * *',
    '5-1-2 * * * *',
    '1,,2 * * * *',
    '0 0 15W * *',
    '0 0 * * 5#6',
    '@reboot',
    '-5 0 * * *',
    '0x5 0 * * *',
    '1e1 0 * * *',
    'H(9-3) 0 * * *',
  ])('cron "%s" is refused', (line) => expect(cron(line)).toEqual(['trigger.cron /cron/0']));

  test.each(['0 0 30 2 *', '0 0 31 2,4,6,9,11 *', '0 0 31 6 ?', '0 0 30 feb *'])('"%s" never fires', (line) =>
    expect(cron('0 1 * * *', line)).toEqual(['trigger.never-fires /cron/1']),
  );

  test.each([
    '0 0 29 2 *',
    '@daily',
    '0 0 30 2 1',
    '5 4 * * sun',
    '0 22 * * fri-mon',
    '0 0 * * 7',
    '30 H H * * *',
    '0 0 L-3 2 *',
  ])('"%s" is good', (line) => expect(cron(line)).toEqual([]));

  test('every minute is a warning, also within some hours', () => {
    expect(cron('* * * * *')).toEqual(['trigger.every-minute /cron/0']);
    expect(cron('* 3 * * *')).toEqual(['trigger.every-minute /cron/0']);
    expect(checkTrigger(triggerOf({ type: 'cron', cron: ['* 3 * * *'] }), 's')[0]?.level).toBe('warning');
  });

  test('zones: known, unknown, an offset', () => {
    expect(codes({ type: 'every', everySec: 60, timezone: 'Europe/Vienna' })).toEqual([]);
    for (const timezone of ['Europe/Atlantis', '+01:00', 'UTC+1', 'x'])
      expect(codes({ type: 'every', everySec: 60, timezone })).toEqual(['trigger.zone /timezone']);
  });

  test('bounds that leave nothing', () => {
    const bounds = (start: string, end: string) => ({ start, end });
    const never = ['trigger.never-fires /end'];
    expect(codes({ type: 'every', everySec: 60, ...bounds('2027-02-01T00:00:00Z', '2027-01-01T00:00:00Z') })).toEqual(never);
    expect(codes({ type: 'cron', cron: ['0 0 1 1 *'], ...bounds('2027-02-01T00:00:00Z', '2027-03-01T00:00:00Z') })).toEqual(
      never,
    );
    expect(codes({ type: 'dates', at: ['2027-02-01T00:00:00Z'], end: '2027-01-01T00:00:00Z' })).toEqual(never);
    expect(codes({ type: 'cron', cron: ['0 0 1 1 *'], ...bounds('2027-02-01T00:00:00Z', '2028-01-01T00:00:00Z') })).toEqual([]);
  });
});
