import { describe, expect, it } from 'vitest';
import { admit } from './admit.ts';
import type { AdmissionEvent } from './events.ts';
import { poolUse } from './pool-use.ts';
import { newAdmission } from './state.ts';

const run = (id: string): AdmissionEvent => ({
  type: 'runQueued',
  run: id,
  workflow: `${id}-flow`,
  logicalTime: 0,
  backfill: false,
  maxActiveTasks: 3,
  active: true,
  paused: false,
});
const wish = (id: string, task: string, pool: string, slots = 1): AdmissionEvent => ({
  type: 'requested',
  run: id,
  task,
  index: -1,
  attempt: 1,
  pool,
  slots,
  priority: 1,
});

describe('use of pools', () => {
  it('tells slots, who holds them and who waits, by run', () => {
    const state = newAdmission();
    const events: AdmissionEvent[] = [
      { type: 'poolChanged', pool: 'db', slots: 3 },
      run('a'),
      run('b'),
      wish('a', 'load', 'db', 2),
      wish('b', 'read', 'db'),
      wish('b', 'write', 'db'),
      wish('a', 'free', 'default'),
    ];
    for (const event of events) admit(state, event);
    expect(poolUse(state)).toEqual([
      {
        name: 'db',
        known: true,
        slots: 3,
        used: 3,
        queued: 1,
        holders: [
          { run: 'a', workflow: 'a-flow', tasks: ['load'], slots: 2 },
          { run: 'b', workflow: 'b-flow', tasks: ['read'], slots: 1 },
        ],
        waiting: [{ run: 'b', workflow: 'b-flow', tasks: ['write'], slots: 1 }],
      },
      {
        name: 'default',
        known: true,
        slots: 128,
        used: 1,
        queued: 0,
        holders: [{ run: 'a', workflow: 'a-flow', tasks: ['free'], slots: 1 }],
        waiting: [],
      },
    ]);
  });

  it('names a pool that nobody made while somebody asks for it, and not longer', () => {
    const state = newAdmission();
    admit(state, run('a'));
    admit(state, wish('a', 'lost', 'nowhere'));
    expect(poolUse(state)).toContainEqual(expect.objectContaining({ name: 'nowhere', known: false, slots: 0, queued: 1 }));
    admit(state, { type: 'runEnded', run: 'a' });
    expect(poolUse(state).map(({ name }) => name)).toEqual(['default']);
  });

  it('says -1 for a pool without a limit, and leaves out what waits behind another limit', () => {
    const state = newAdmission();
    admit(state, { type: 'poolChanged', pool: 'open', slots: -1 });
    admit(state, run('a'));
    for (const task of ['t1', 't2', 't3', 't4']) admit(state, wish('a', task, 'open'));
    // The run lets three of its tasks be active.
    expect(poolUse(state)).toContainEqual(expect.objectContaining({ name: 'open', slots: -1, used: 3, queued: 0, waiting: [] }));
  });
});
