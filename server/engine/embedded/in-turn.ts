import type { AttemptJob, Performer } from '../perform/performer.ts';
import { hasLists } from '../turn/map-lists.ts';
import type { OpenAttempt } from '../turn/open-attempt.ts';
import type { HostReports } from '../turn/reports.ts';
import type { Turn } from '../turn/turn.ts';

/** A turn grows by what it performs; after so long it is stored, and the rest follows in the next one. */
const longestMs = 100;

/** What performing within a turn needs. */
export interface InTurnParts {
  performer(): Performer;
  jobOf(open: OpenAttempt): AttemptJob;
  reports: Pick<HostReports, 'atOnce'>;
  monotonic(): number;
  /** Begins attempts that wait only because many begin at once; whether there were any. */
  beginMore(): boolean;
}

/**
 * Performs attempts that touch nothing outside the engine (`isPure`) within the turn that decided them: their intent and
 * their end are one commit, and a chain of them is one turn. If the engine dies before the commit none of it has happened.
 * One for each engine: it remembers how far it has looked into the turn at hand.
 */
export class InTurn {
  private turn: Turn | null = null;
  private beganAt = 0;
  private looked = 0;

  constructor(private readonly parts: InTurnParts) {}

  /** What they report is decided at once, and what follows from it performed as well. Other effects stay in the turn, in their order. */
  perform(turn: Turn): void {
    const { reports } = this.parts;
    if (turn !== this.turn) {
      this.turn = turn;
      this.looked = 0;
      this.beganAt = this.parts.monotonic();
    }
    const { effects } = turn;
    do {
      let kept = this.looked;
      // It grows while it is walked.
      for (let at = this.looked; at < effects.length; at++) {
        const effect = effects[at]!;
        const job = effect.type === 'perform' ? this.mayBegin(effect.open) : null;
        if (job) reports.atOnce(() => this.parts.performer().perform(job));
        else effects[kept++] = effect;
      }
      effects.length = kept;
      this.looked = kept;
    } while (this.hasTime() && this.parts.beginMore());
  }

  /** The job of an attempt that may be performed now. */
  private mayBegin(open: OpenAttempt): AttemptJob | null {
    const { run, task, index, woken } = open;
    if (woken || (index !== undefined && !hasLists(run, task)) || !this.hasTime()) return null;
    const job = this.parts.jobOf(open);
    return this.parts.performer().isPure(job) ? job : null;
  }

  private hasTime(): boolean {
    return this.parts.monotonic() - this.beganAt < longestMs;
  }
}
