import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { admit } from './admit.ts';
import type { AdmissionDecision, AdmissionEvent } from './events.ts';
import { isStarved } from './pool.ts';
import { reasons } from './reasons.ts';
import { comesBefore, type Request } from './request.ts';
import { newAdmission, type AdmissionState } from './state.ts';
import { admissionEvents } from './testing/admission-events.ts';
import { feed } from './testing/feed.ts';

const { run, wish, done } = admissionEvents;

describe('any order of events', () => {
  const pools = ['default', 'db', 'gpu'];
  const arbitraryEvent = fc.oneof(
    {
      weight: 1,
      arbitrary: fc.record({
        type: fc.constant('poolChanged' as const),
        pool: fc.constantFrom(...pools),
        slots: fc.integer({ min: 0, max: 9 }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc
        .record({ kind: fc.constantFrom('runPaused' as const, 'runResumed' as const, 'runEnded' as const), n: fc.nat(5) })
        .map(({ kind, n }) => ({ type: kind, run: `r${n}` })),
    },
    {
      weight: 2,
      arbitrary: fc
        .record({ n: fc.nat(5), at: fc.nat(3), cap: fc.integer({ min: 1, max: 3 }) })
        .map(({ n, at, cap }) =>
          run(`r${n}`, { logicalTime: at, maxActiveTasks: cap, workflow: `w${n % 2}`, reopened: cap === 3 }),
        ),
    },
    {
      weight: 8,
      arbitrary: fc
        .record({
          n: fc.nat(5),
          task: fc.constantFrom('s', 't', 'u'),
          index: fc.integer({ min: -1, max: 3 }),
          pool: fc.constantFrom(...pools),
          slots: fc.constantFrom(1, 1, 2, 3, 6),
          priority: fc.nat(2),
          per: fc.constantFrom(undefined, 1, 2),
        })
        .map((c) =>
          wish(`r${c.n}`, c.task, {
            index: c.index,
            pool: c.pool,
            slots: c.slots,
            priority: c.priority,
            perWorkflow: c.task === 't' ? c.per : undefined,
            maxParallel: c.task === 'u' ? 2 : undefined,
          }),
        ),
    },
    {
      weight: 8,
      arbitrary: fc
        .record({ n: fc.nat(5), task: fc.constantFrom('s', 't', 'u'), index: fc.integer({ min: -1, max: 3 }) })
        .map((c) => done(`r${c.n}`, c.task, c.index)),
    },
    {
      weight: 1,
      arbitrary: fc
        .record({ n: fc.nat(1), runs: fc.integer({ min: 1, max: 3 }), tasks: fc.constantFrom(undefined, 1, 4) })
        .map((c) => ({
          type: 'workflowChanged' as const,
          workflow: `w${c.n}`,
          limits: { maxActiveRuns: c.runs, maxActiveTasksPerWorkflow: c.tasks, concurrency: 'queue' as const },
        })),
    },
  ) as fc.Arbitrary<AdmissionEvent>;

  it('never exceeds a limit, never leaves startable work waiting, keeps the order', () => {
    fc.assert(
      fc.property(fc.array(arbitraryEvent, { maxLength: 120 }), (events) => {
        const state = newAdmission();
        for (const event of events) {
          const before = snapshotUse(state);
          const { out } = admit(state, event);
          const all = [...state.runs.values()].flatMap((each) => [...each.requests.values()]);
          checkCounts(state, all, before);
          for (const request of all) if (!request.held) checkWaits(state, request);
          for (const decision of out) if (decision.type === 'admitted') checkOrder(state, all, decision);
        }
      }),
      { numRuns: 400 },
    );
  });

  const snapshotUse = (state: AdmissionState) => new Map([...state.pools].map(([name, pool]) => [name, pool.used]));
  function checkCounts(state: AdmissionState, all: Request[], before: Map<string, number>) {
    for (const pool of state.pools.values()) {
      const held = all.filter((request) => request.held && request.wish.pool === pool.name);
      expect(pool.used).toBe(held.reduce((sum, request) => sum + request.wish.slots, 0));
      // A pool that was made smaller may be over its size, but never more than it was.
      if (pool.used > pool.size) expect(pool.used).toBeLessThanOrEqual(before.get(pool.name) ?? 0);
    }
    for (const gate of new Set(all.flatMap((request) => request.gates)))
      expect(gate.used).toBe(all.filter((request) => request.held && request.gates.includes(gate)).length);
    for (const workflow of state.workflows.values()) for (const each of workflow.active) expect(each.active).toBe(true);
  }
  const isOpen = (request: Request) => request.gates.every((gate) => gate.used < gate.limit);
  function checkWaits(state: AdmissionState, request: Request) {
    const pool = state.pools.get(request.wish.pool)!;
    if (!isOpen(request) || request.wish.slots > pool.size - pool.used) {
      expect(reasons(state, request.wish)).not.toEqual([]);
      return;
    }
    const reserved = [...pool.queues.values()]
      .map((queue) => queue.peek())
      .some((best) => best && comesBefore(best, request) && isStarved(pool, best));
    expect(reserved).toBe(true);
    expect(reasons(state, request.wish)).toMatchObject([{ code: 'pool.reserved' }]);
  }
  function checkOrder(state: AdmissionState, all: Request[], decision: Extract<AdmissionDecision, { type: 'admitted' }>) {
    const admitted = state.runs.get(decision.run)!.requests.get(`${decision.task}#${decision.index}@${decision.attempt}`)!;
    for (const other of all)
      if (!other.held && other.wish.pool === admitted.wish.pool && other.wish.slots <= admitted.wish.slots && isOpen(other))
        expect(comesBefore(admitted, other)).toBe(true);
  }
});

it('costs the logarithm of what waits: 100,000 requests against four limits', () => {
  const state = newAdmission();
  feed(state, run('r', { maxActiveTasks: 16 }), run('q', { maxActiveTasks: 200_000 }));
  let admitted = 0;
  const queue: AdmissionDecision[] = [];
  for (let n = 0; n < 100_000; n++)
    queue.push(...admit(state, wish(n % 2 ? 'r' : 'q', 't', { index: n, priority: n % 7, maxParallel: 50_000 })).out);
  for (let next = queue.shift(); next; next = queue.shift()) {
    if (next.type !== 'admitted') continue;
    admitted++;
    queue.push(...admit(state, { ...next, type: 'released' }).out);
  }
  expect(admitted).toBe(100_000);
});
