import type { Decider } from '../turn/decider.ts';

/**
 * Attempts under way, and task runs that asked for admission and wait. By what is open alone: a run of 10,000 copies is asked
 * about as cheaply as any other, every second if need be.
 */
export function countWork({ attempts, admission }: Pick<Decider, 'attempts' | 'admission'>): { running: number; queued: number } {
  let running = 0;
  for (const { parked } of attempts.values()) if (!parked) running++;
  let queued = 0;
  for (const { requests } of admission.runs.values()) for (const { held } of requests.values()) if (!held) queued++;
  return { running, queued };
}
