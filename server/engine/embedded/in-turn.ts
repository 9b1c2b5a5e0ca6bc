import type { Performer } from '../perform/performer.ts';
import { hasLists, withItem } from '../turn/map-lists.ts';
import type { HostEffect } from '../turn/host-effect.ts';
import type { Turn } from '../turn/turn.ts';

/** A turn grows by what it performs; after so long it is stored, and the rest follows in the next one. */
const longestMs = 25;

/**
 * Performs attempts that touch nothing outside the engine (`isPure`) within the turn that decided them: their intent and
 * their end are one commit, and a chain of them is one turn. If the engine dies before the commit none of it has happened.
 * One for each engine: it remembers how far it has looked into the turn at hand.
 */
export class InTurn {
  private turn: Turn | null = null;
  private beganAt = 0;
  private looked = 0;

  constructor(
    private readonly performer: () => Performer,
    private readonly monotonic: () => number,
  ) {}

  /** Gives whether anything was performed; its reports wait in the inbox. Other effects stay in the turn, in their order. */
  perform(turn: Turn): boolean {
    if (turn !== this.turn) {
      this.turn = turn;
      this.looked = 0;
      this.beganAt = this.monotonic();
    }
    const { effects } = turn;
    const stay: HostEffect[] = [];
    let performed = false;
    for (let at = this.looked; at < effects.length; at++) {
      const effect = effects[at]!;
      if (effect.type === 'perform' && this.mayBegin(effect)) {
        this.performer().perform(withItem(effect.run, effect.job));
        performed = true;
      } else stay.push(effect);
    }
    if (performed) effects.splice(this.looked, effects.length - this.looked, ...stay);
    this.looked = effects.length;
    return performed;
  }

  private mayBegin({ run, job }: Extract<HostEffect, { type: 'perform' }>): boolean {
    if (job.woken || (job.mapIndex >= 0 && !hasLists(run, job.task.id))) return false;
    return this.performer().isPure(job.task) && this.monotonic() - this.beganAt < longestMs;
  }
}
