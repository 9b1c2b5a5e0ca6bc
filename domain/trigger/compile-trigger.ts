import type { Trigger } from '#domain/definition/schema/workflow.ts';
import { checkTrigger } from './check-trigger.ts';
import { InvalidTrigger } from './invalid-trigger.ts';
import { stableHash } from './stable-hash.ts';
import { triggerTicks, type TriggerTicks } from './trigger-ticks.ts';

/** A trigger made ready: its ticks, bounds and spread in ms. */
export interface CompiledTrigger extends TriggerTicks {
  interval: boolean;
  /** Bounds of the logical time, both included. */
  startMs: number;
  endMs: number;
  /** Each occurrence falls due this much later: the same for all, so their order stays. */
  jitterMs: number;
}

const kept = new WeakMap<Trigger, { seed: string; compiled: CompiledTrigger }>();

/** Makes a trigger ready once and keeps it with the object (a trigger is never edited in place). Throws `InvalidTrigger`. */
export function compileTrigger(trigger: Trigger, seed: string): CompiledTrigger {
  const known = kept.get(trigger);
  if (known?.seed === seed) return known.compiled;
  const errors = checkTrigger(trigger, seed).filter((problem) => problem.level === 'error');
  if (errors.length > 0) throw new InvalidTrigger(errors);
  const spread = Math.floor(trigger.jitterSec ?? 0);
  const compiled: CompiledTrigger = {
    ...triggerTicks(trigger, seed),
    interval: (trigger.type === 'cron' || trigger.type === 'every') && trigger.interval,
    startMs: trigger.start === undefined ? -Infinity : Date.parse(trigger.start),
    endMs: trigger.end === undefined ? Infinity : Date.parse(trigger.end),
    jitterMs: spread === 0 ? 0 : (stableHash(`${seed}\njitter`) % (spread + 1)) * 1000,
  };
  kept.set(trigger, { seed, compiled });
  return compiled;
}
