import type { TaskTimes } from '#domain/forecast/critical-chain.ts';
import type { Simulated } from './simulate.ts';

/** When the tasks of a simulated run worked, ms, and when the run began: what `criticalChain` needs. Tasks without any attempt are left out. */
export function timesOf({ timeline, events }: Pick<Simulated, 'timeline' | 'events'>): {
  times: Map<string, TaskTimes>;
  beganAt: number;
} {
  const times = new Map<string, TaskTimes>();
  for (const { task, startedAt, endedAt } of timeline) {
    const own = times.get(task);
    times.set(task, {
      startAt: Math.min(own?.startAt ?? startedAt, startedAt),
      endAt: Math.max(own?.endAt ?? endedAt, endedAt),
    });
  }
  return { times, beganAt: events.find(({ type }) => type === 'runAdmitted')?.at ?? events[0]?.at ?? 0 };
}
