import type { AdmissionEvent, Wish } from '../events.ts';

/** Events of runs and tasks as tests need them: everything usual unless said otherwise. */
export const admissionEvents = {
  run: (id: string, more: Partial<Extract<AdmissionEvent, { type: 'runQueued' }>> = {}): AdmissionEvent => ({
    type: 'runQueued',
    run: id,
    workflow: 'w',
    logicalTime: 0,
    backfill: false,
    maxActiveTasks: 16,
    active: false,
    paused: false,
    ...more,
  }),
  wish: (runId: string, task: string, more: Partial<Wish> = {}): AdmissionEvent => ({
    type: 'requested',
    run: runId,
    task,
    index: -1,
    attempt: 1,
    pool: 'default',
    slots: 1,
    priority: 1,
    ...more,
  }),
  done: (runId: string, task: string, index = -1): AdmissionEvent => ({
    type: 'released',
    run: runId,
    task,
    index,
    attempt: 1,
  }),
};
