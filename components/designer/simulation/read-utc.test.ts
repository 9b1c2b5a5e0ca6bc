import { expect, it } from 'vitest';
import { readUtc } from './read-utc.ts';

it.each(['2027-03-25 02:30', ' 2027-03-25T02:30 ', '2027-03-25 02:30:00', '2027-03-25T02:30:00Z'])('reads %j', (text) =>
  expect(readUtc(text)).toBe(Date.UTC(2027, 2, 25, 2, 30)),
);
it.each(['', '2027-03-25', '2027-02-30 02:30', '2027-03-25 24:30', '03/25/2027 02:30'])('refuses %j', (text) =>
  expect(readUtc(text)).toBeNull(),
);
