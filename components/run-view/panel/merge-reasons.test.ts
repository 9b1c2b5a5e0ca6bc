import { expect, test } from 'vitest';
import { mergeReasons } from './merge-reasons.ts';

const reason = (code: string, message = code) => ({ code, message });

test('the engine says exactly what the run knows in general, and nothing beyond it', () => {
  const pool = reason('pool.full', 'Pool db 4/4 used by run 3/load.');
  const limit = reason('limit.run');
  expect(mergeReasons([reason('admission.waiting')], [pool, limit])).toEqual([pool, limit]);
  expect(mergeReasons([reason('admission.waiting')], [])).toEqual([reason('admission.waiting')]);
  expect(mergeReasons([reason('upstream.unfinished')], [pool])).toEqual([reason('upstream.unfinished')]);
  const child = reason('child.waiting', 'Waits for run 7 of Load, which is running.');
  expect(mergeReasons([reason('signal.waiting')], [child])).toEqual([child]);
  expect(mergeReasons([reason('person.waiting')], [reason('person.waiting', 'Waits for mara@example.com to answer.')])).toEqual([
    reason('person.waiting', 'Waits for mara@example.com to answer.'),
  ]);
});
