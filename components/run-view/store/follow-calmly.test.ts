import { expect, it } from 'vitest';
import { parseWorkflow } from '#domain/definition/parse.ts';
import { compilePlan } from '#domain/run/plan.ts';
import { newRun } from '#domain/run/transition.ts';
import { simulate } from '#domain/simulation/simulate.ts';
import { followCalmly } from './follow-calmly.ts';
import { RunHistory } from './run-history.ts';
import { RunStore } from './run-store.ts';

const parsed = parseWorkflow({
  format: 'drawloom/workflow@1',
  id: 'w',
  name: 'W',
  triggers: [],
  tasks: [
    { id: 'a', operator: 'noop@1', config: {} },
    { id: 'b', operator: 'noop@1', config: {} },
  ],
  edges: [{ from: 'a', to: 'b' }],
});
if (!parsed.ok) throw new Error(parsed.problems[0]?.message);
const plan = compilePlan(parsed.workflow);
const events = simulate(parsed.workflow, {}).events.map((event, i) => ({ seq: i + 1, event }));

function follow() {
  const store = new RunStore(
    new RunHistory(plan, { seq: 0, state: newRun(plan) }),
    () => undefined,
    (run) => run(),
    () => 0,
  );
  const said: string[] = [];
  let now = 0;
  let due: { at: number; run: () => void } | null = null;
  const leave = followCalmly(store, ({ seq }, urgent) => said.push(`${seq}${urgent ? '!' : ''}`), {
    now: () => now,
    after: (ms, run) => {
      due = { at: now + ms, run };
      return () => (due = null);
    },
  });
  const until = (ms: number) => {
    now = ms;
    if (due !== null && due.at <= ms) due.run();
  };
  return { store, said, until, leave, waits: () => due !== null };
}

it('tells the first event at once, and what follows soon together', () => {
  const { store, said, until } = follow();
  store.push(events.slice(0, 1));
  store.push(events.slice(1, 2));
  store.push(events.slice(2, 3));
  expect(said).toEqual(['0!', '1']);
  until(99);
  expect(said).toEqual(['0!', '1']);
  until(100);
  expect(said).toEqual(['0!', '1', '3']);
});
it('lets a jump in time, the way back and the end of the run wait for nothing', () => {
  const { store, said } = follow();
  store.push(events.slice(0, 3));
  store.goToEvent(2);
  store.goLive();
  store.push(events.slice(3));
  expect(said).toEqual(['0!', '3', '2!', '3!', `${events.length}!`]);
});
it('tells nothing any more once it is left', () => {
  const { store, said, leave, waits } = follow();
  store.push(events.slice(0, 1));
  store.push(events.slice(1, 2));
  expect(waits()).toBe(true);
  leave();
  store.push(events.slice(2, 3));
  expect(waits()).toBe(false);
  expect(said).toEqual(['0!', '1']);
});
