import type { Json } from '#domain/definition/schema/json.ts';
import type { LogChunk } from '#server/store/store.ts';
import type { AttemptJob, Performer } from '../perform/performer.ts';
import type { ActiveRun } from '../turn/active-run.ts';
import type { HostEffect } from '../turn/host-effect.ts';
import { hasLists, loadLists } from '../turn/map-lists.ts';
import type { OpenAttempt } from '../turn/open-attempt.ts';
import type { TimerDriver } from './timer-driver.ts';

/** What carries out the effects of a stored turn. */
export interface EffectHands {
  performer(): Performer;
  jobOf(open: OpenAttempt): AttemptJob;
  /** By the monotonic clock: retries and timeouts are durations. */
  durations: TimerDriver;
  /** By the wall clock: a task that waits until an instant. */
  instants: TimerDriver;
  now(): number;
  monotonic(): number;
  later(decide: () => void): void;
  readOutput(run: ActiveRun, task: string): Promise<Json | undefined>;
  readLastLog(attemptId: string): Promise<LogChunk | null>;
  childEnded(run: ActiveRun): void;
  crashed(error: unknown): void;
  askPast(effect: Extract<HostEffect, { type: 'askPast' }>): void;
}

/** Performs the effects of a turn in their order. */
export function performEffects(hands: EffectHands, effects: readonly HostEffect[]): void {
  for (const effect of effects) {
    switch (effect.type) {
      case 'perform':
        perform(hands, effect);
        break;
      case 'stop':
        hands.performer().stop(effect.attemptId, effect.why);
        break;
      case 'forget':
        hands.performer().forget(effect.attemptId);
        break;
      case 'setTimer': {
        const fire = () => hands.later(effect.fire);
        if (effect.by === 'instant') hands.instants.set(effect.key, effect.atMs, fire);
        else hands.durations.set(effect.key, hands.monotonic() + effect.atMs - hands.now(), fire);
        break;
      }
      case 'clearTimer':
        hands.durations.clear(effect.key);
        hands.instants.clear(effect.key);
        break;
      case 'childEnded':
        hands.childEnded(effect.run);
        break;
      case 'askPast':
        hands.askPast(effect);
        break;
    }
  }
}

/**
 * Most attempts begin at once. A mapped copy after a restart needs its lists read first, and one that was parked the place
 * where its log stopped; a stop may come meanwhile, and is then given again.
 */
function perform(hands: EffectHands, { run, open }: Extract<HostEffect, { type: 'perform' }>): void {
  const performer = hands.performer();
  const { id, task, woken } = open;
  if (!woken && (open.index === undefined || hasLists(run, task))) {
    performer.perform(hands.jobOf(open));
    return;
  }
  const prepare = async () => {
    if (!hasLists(run, task)) await loadLists(run, task, (name) => hands.readOutput(run, name));
    performer.perform({ ...hands.jobOf(open), ...(woken ? { woken, lastLog: await hands.readLastLog(id) } : {}) });
    if (open.stopped) performer.stop(id, open.stopped);
  };
  prepare().catch(hands.crashed);
}
