import type { EngineLog } from '../engine-log.ts';
import type { Decider } from '../turn/decider.ts';
import type { HostReports } from '../turn/reports.ts';
import type { Performer } from '../perform/performer.ts';

export interface ContestedParts {
  decider: Decider;
  reports: Pick<HostReports, 'contest'>;
  performer(): Pick<Performer, 'stop'>;
  log: EngineLog;
  /** Counts. */
  met?(): void;
}

const mostNamed = 20;

/**
 * Attempts whose row was not as we left it when we wrote to it: it has another token or status, or is gone. Nobody but this
 * engine writes them, so somebody changed the database by hand, put an older one in its place, or runs a second engine on
 * it. The events, which were written all the same, are the truth of the run: it goes on from them. The work of an attempt
 * that is not ours any more is ended, and counts as lost: made again, without burning a retry; one that waits starts over.
 */
export class Contested {
  /** Since the engine started; each attempt once. */
  private readonly met = new Set<string>();

  constructor(private readonly parts: ContestedParts) {}

  /** The newest of them. */
  get names(): string[] {
    return [...this.met].slice(-mostNamed);
  }

  /** The store has not taken our word for this attempt. */
  take(id: string): void {
    if (this.met.has(id)) return;
    const { decider, reports, performer, log } = this.parts;
    this.met.add(id);
    this.parts.met?.();
    const open = decider.attempts.get(id);
    log.error({ attempt: id, open: open !== undefined }, 'an attempt was changed by somebody else');
    if (!open) return;
    reports.contest(open);
    if (!open.parked) performer().stop(id, 'restarting');
  }
}
