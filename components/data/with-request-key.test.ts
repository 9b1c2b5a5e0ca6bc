import { TRPCClientError } from '@trpc/client';
import { expect, it } from 'vitest';
import { withRequestKey } from './with-request-key.ts';

const refusal = (httpStatus: number) => Object.assign(new TRPCClientError('no'), { data: { httpStatus } });

it('keeps the key of a request until its answer is known', async () => {
  const keys: string[] = [];
  const ask = (what: object, error?: Error) =>
    withRequestKey(what, (key) => {
      keys.push(key);
      return error ? Promise.reject(error) : Promise.resolve('made');
    }).catch(() => 'failed');
  const run = { workflowId: 'w' };
  for (const error of [refusal(503), new Error('the line broke'), undefined, refusal(409), undefined]) await ask(run, error);
  await ask({ workflowId: 'v' });
  const [first, second, third, fourth, fifth, other] = keys;
  expect([second, third]).toEqual([first, first]);
  expect(new Set([first, fourth, fifth, other]).size).toBe(4);
  expect(first).toMatch(/^[0-9a-f]{32}$/);
});
