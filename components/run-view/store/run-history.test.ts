import { describe, expect, it } from 'vitest';
import { parseWorkflow } from '#domain/definition/parse.ts';
import { compilePlan } from '#domain/run/plan.ts';
import { runView, taskRun } from '#domain/run/read.ts';
import { newRun } from '#domain/run/transition.ts';
import { simulate } from '#domain/simulation/simulate.ts';
import type { NumberedEvent } from './numbered-event.ts';
import { actChanges } from '#domain/run/act-changes.ts';
import { RunHistory } from './run-history.ts';
import { RunStore } from './run-store.ts';

const parsed = parseWorkflow({
  format: 'drawloom/workflow@1',
  id: 'w',
  name: 'W',
  triggers: [],
  tasks: [
    { id: 'a', operator: 'noop@1', config: {} },
    { id: 'b', operator: 'noop@1', config: {}, retry: { max: 1, delaySec: 10 } },
    { id: 'c', operator: 'noop@1', config: {} },
  ],
  edges: [
    { from: 'a', to: 'b' },
    { from: 'b', to: 'c' },
  ],
});
if (!parsed.ok) throw new Error(parsed.problems[0]?.message);
const { workflow } = parsed;
const plan = compilePlan(workflow);
const events: NumberedEvent[] = simulate(workflow, { b: ['failed', 'failed'] }).events.map((event, i) => ({ seq: i + 1, event }));
const begin = () => new RunHistory(plan, { seq: 0, state: newRun(plan) });
const whole = () => {
  const history = begin();
  history.append(events);
  return history;
};

describe('history', () => {
  it('folds what the engine wrote', () => {
    const history = whole();
    expect(history.refused).toBe(0);
    expect(runView(plan, history.state).status).toBe('failed');
    expect(taskRun(plan, history.state, 'c')?.status).toBe('upstream_failed');
  });
  it('leaves out what came twice and says when something is missing', () => {
    const history = begin();
    expect(history.append(events.slice(0, 3))).toBe('ok');
    expect(history.append(events.slice(1, 5))).toBe('ok');
    expect(history.seq).toBe(5);
    expect(history.append(events.slice(6))).toBe('gap');
    expect(history.seq).toBe(5);
  });
  it('knows the statuses that each task took, in order', () => {
    const taken = whole()
      .spans.get('b')
      ?.map((span) => span.status);
    expect(taken?.filter((status) => status !== 'scheduled' && status !== 'queued')).toEqual([
      'running',
      'up_for_retry',
      'running',
      'failed',
    ]);
  });
  it('goes back to any event and finds the same state as a fold up to there', () => {
    const history = whole();
    for (const { seq } of events) {
      const upTo = begin();
      upTo.append(events.slice(0, seq));
      expect(runView(plan, history.stateAt(seq))).toEqual(runView(plan, upTo.state));
    }
  });
  it('finds the last event at or before an instant', () => {
    const history = whole();
    const last = events.at(-1)!;
    expect(history.seqAt(last.event.at)).toBe(last.seq);
    expect(history.seqAt(events[0]!.event.at - 1)).toBe(0);
  });
});

describe('store', () => {
  const make = () => {
    const frames: (() => void)[] = [];
    let gaps = 0;
    const store = new RunStore(
      begin(),
      () => gaps++,
      (run) => frames.push(run),
    );
    return { store, frames, gaps: () => gaps, draw: () => frames.splice(0).forEach((run) => run()) };
  };
  it('folds once a frame, however many events come', () => {
    const { store, frames, draw } = make();
    let told = 0;
    store.subscribe(() => told++);
    for (const event of events) store.push([event]);
    expect(frames).toHaveLength(1);
    expect(told).toBe(0);
    draw();
    expect(told).toBe(1);
    expect(store.get().tasks.get('b')?.status).toBe('failed');
  });
  it('takes no more of a frame than its share: what is over waits for the next', () => {
    const frames: (() => void)[] = [];
    let now = 0;
    const store = new RunStore(
      begin(),
      () => undefined,
      (run) => frames.push(run),
      () => (now += 10),
    );
    expect(events.length).toBeGreaterThan(8);
    store.push(events);
    const seen: number[] = [];
    while (frames.length > 0) {
      frames.splice(0).forEach((run) => run());
      seen.push(store.get().seq);
    }
    expect(seen).toEqual([8, events.length]);
    expect(store.get().tasks.get('c')?.status).toBe('upstream_failed');
  });
  it('stays where the person went back to, while events come', () => {
    const { store, draw } = make();
    store.push(events.slice(0, 4));
    draw();
    store.goToEvent(2);
    store.push(events.slice(4));
    draw();
    expect(store.get().seq).toBe(2);
    expect(store.get().live).toBe(false);
    store.goLive();
    expect(store.get().seq).toBe(events.length);
    expect(store.get().tasks.get('c')?.status).toBe('upstream_failed');
  });
  it('shows tasks as they were, not as they became', () => {
    const { store, draw } = make();
    store.push(events);
    draw();
    store.goToEvent(1);
    expect(store.get().tasks.get('b')?.status).toBe('none');
  });
  it('asks for the run anew when an event is missing', () => {
    const { store, draw, gaps } = make();
    store.push(events.slice(2));
    draw();
    expect(gaps()).toBe(1);
  });
});

it('a preview says which task runs an act changes, and changes nothing', () => {
  const { state } = whole();
  const preview = actChanges(plan, state, { type: 'tasksCleared', at: 1e13, by: 'me', tasks: [{ task: 'b' }], downstream: true });
  expect(preview.ok && preview.changes.map((c) => `${c.task} ${c.from}`)).toEqual(['b failed', 'c upstream_failed']);
  expect(runView(plan, state).status).toBe('failed');
  expect(actChanges(plan, state, { type: 'runCancelled', at: 1e13, by: 'me' }).ok).toBe(false);
});
