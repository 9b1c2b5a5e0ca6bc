import { expect, test } from 'vitest';
import { actPlan, type RunsAct } from './act-plan.ts';
import type { RunItem } from './run-item.ts';

const run = (status: RunItem['status'], paused = false) => ({ id: `${status}${paused}`, status, paused }) as RunItem;
const runs = [run('running'), run('running', true), run('queued'), run('failed')];
const told = (act: RunsAct) => actPlan(act, runs).map(({ becomes, why }) => becomes ?? `(${why})`);

test('each act concerns the runs that it can change, and says why not the others', () => {
  expect(told('pause')).toEqual(['paused', '(is paused already)', 'paused', '(has ended)']);
  expect(told('resume')).toEqual(['(is not paused)', 'running', '(is not paused)', '(has ended)']);
  expect(told('cancel')).toEqual(['cancelled', 'cancelled', 'cancelled', '(has ended)']);
});
