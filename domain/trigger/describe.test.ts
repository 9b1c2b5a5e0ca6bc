import { expect, test } from 'vitest';
import { describe as words } from './describe.ts';
import { triggerOf } from './testing/trigger-of.ts';

test.each([
  [['30 2 * * *', '30 14 * * 1-5'], 'Every day at 02:30, weekdays also at 14:30'],
  [['30 2 * * *', '30 14 * * *'], 'Every day at 02:30 and 14:30'],
  [['15 22 * * 1-5'], 'On weekdays at 22:15'],
  [['0 9 * * 0,6'], 'On weekends at 09:00'],
  [['0 9 * * fri-mon'], 'On Mondays, Fridays, Saturdays and Sundays at 09:00'],
  [['0 0 L * *'], 'On the last day of each month at 00:00'],
  [['0 0 1,22,23 * *'], 'On the 1st, 22nd and 23rd of each month at 00:00'],
  [['0 12 * * tue#2'], 'On the second Tuesday of each month at 12:00'],
  [['0 0 1 1 *'], 'On the 1st of January at 00:00'],
  [['*/15 9-17 * * 1-5'], 'Every 15 minutes, between 09:00 and 17:59, Monday through Friday'],
  [['* * * * *'], 'Every minute'],
  [['0 6 1-7 * 1'], 'At 06:00, between day 1 and 7 of the month, or on Monday'],
])('cron %j', (cron, text) => expect(words(triggerOf({ type: 'cron', cron }))).toBe(text));

test.each([
  [{ type: 'every', everySec: 900 }, 'Every 15 minutes'],
  [{ type: 'every', everySec: 86_400 }, 'Every day'],
  [{ type: 'every', everySec: 90 }, 'Every 90 seconds'],
  [{ type: 'once', start: '2027-03-28T02:30:00+02:00' }, 'Once, at 2027-03-28 00:30 UTC'],
  [{ type: 'dates', at: ['2027-03-28T02:30:00Z', '2027-04-28T02:30:00Z'] }, 'On 2 dates'],
  [{ type: 'continuous' }, 'Again as soon as the last run has ended'],
])('%j', (fields, text) => expect(words(triggerOf(fields))).toBe(text));

test('H is described by the minute it stands for', () => {
  expect(words(triggerOf({ type: 'cron', cron: ['H H * * *'] }), 'w\nt')).toMatch(/^Every day at \d\d:\d\d$/);
});
