import { expect, it } from 'vitest';
import { segmentOf, statusesOf, statusText } from './run-filter.ts';

it('reads statuses of an address and leaves out what is none', () =>
  expect(statusesOf('failed,nonsense,running')).toEqual(['running', 'failed']));
it.each([
  ['', 'all'],
  ['running', 'active'],
  ['queued,running', 'active'],
  ['failed', 'failed'],
  ['failed,success', null],
])('%s is the segment %s', (text, segment) => expect(segmentOf(statusesOf(text))).toBe(segment));
it('writes what it reads', () => expect(segmentOf(statusesOf(statusText('active')))).toBe('active'));
