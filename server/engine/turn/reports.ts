import type { LogChunk } from '#server/store/store.ts';
import type { AttemptEnd, PerformerReports } from '../perform/performer.ts';
import { requestChild } from './begin-child.ts';
import type { Decider } from './decider.ts';
import { endAttempt } from './end-attempt.ts';
import type { OpenAttempt } from './open-attempt.ts';
import { refOf } from './ref-of.ts';

type Report = Exclude<keyof PerformerReports, 'logs'>;

/** What each fact about an open attempt decides. */
const decisions: {
  readonly [R in Report]: (
    decider: Decider,
    open: OpenAttempt,
    ...facts: Parameters<PerformerReports[R]> extends [string, ...infer F] ? F : never
  ) => void;
} = {
  rendered: (decider, open, config) => decider.turn.setAttempt(open.id, open.token, { config }),
  started,
  ended: (decider, open, end) => endAttempt(decider, open, open.contested ? lostEnd(end.endedAt) : end),
  parked,
  child: requestChild,
};

/**
 * The performer's facts, brought into the next turn in the order in which they come. A fact about an attempt that is closed
 * is dropped.
 */
export class HostReports implements PerformerReports {
  private direct = false;
  private thrown: { error: unknown } | null = null;

  constructor(private readonly decider: Decider) {}

  /**
   * What `perform` reports before it returns is decided at once, and not in the next turn: for use within a turn. Throws what
   * a decision throws, whatever the performer makes of it: that is a defect of ours and no failure of the task.
   */
  atOnce(perform: () => void): void {
    this.direct = true;
    try {
      perform();
    } finally {
      this.direct = false;
    }
    if (!this.thrown) return;
    const { error } = this.thrown;
    this.thrown = null;
    throw error;
  }

  rendered: PerformerReports['rendered'] = (id, config) => this.tell('rendered', id, config);
  started: PerformerReports['started'] = (id, at, process) => this.tell('started', id, at, process);
  ended: PerformerReports['ended'] = (id, end) => this.tell('ended', id, end);
  parked: PerformerReports['parked'] = (id, as) => this.tell('parked', id, as);
  child: PerformerReports['child'] = (id, wanted) => this.tell('child', id, wanted);

  logs(chunks: LogChunk[]): void {
    const { decider } = this;
    const take = () => void decider.turn.logs.push(...chunks);
    if (this.direct) take();
    else decider.outside.later(take);
  }

  /**
   * The row of this attempt is not ours any more: its end counts as lost. Of one that is parked nothing is under way that
   * could end, so its task run starts over.
   */
  contest(open: OpenAttempt): void {
    open.contested = true;
    const { decider } = this;
    decider.outside.later(() => {
      if (!open.parked || !decider.attempts.has(open.id)) return;
      decider.apply(open.run, { type: 'tasksCleared', at: decider.outside.now(), by: 'system', tasks: [refOf(open)] });
    });
  }

  private tell(report: Report, id: string, ...facts: unknown[]): void {
    const { decider } = this;
    const decide = decisions[report] as (decider: Decider, open: OpenAttempt, ...facts: unknown[]) => void;
    if (!this.direct) {
      const { outside } = decider;
      const decideThen = () => {
        const open = decider.attempts.get(id);
        if (open) decide(decider, open, ...facts);
      };
      // A process must be stored at once, so that the next engine finds it; that work in here has begun may wait for its end.
      if (report === 'rendered' || (report === 'started' && facts[1] === undefined)) outside.soon(decideThen);
      else outside.later(decideThen);
      return;
    }
    const open = this.thrown ? undefined : decider.attempts.get(id);
    if (!open) return;
    try {
      decide(decider, open, ...facts);
    } catch (error) {
      this.thrown = { error };
    }
  }
}

const lostEnd = (endedAt: number): AttemptEnd => ({
  outcome: {
    type: 'failed',
    error: { code: 'lost', message: 'lost: somebody else changed the attempt in the database; its work was ended' },
    retry: 'policy',
    infra: true,
  },
  output: null,
  exitCode: null,
  endedAt,
  artifacts: [],
});

function started(
  decider: Decider,
  open: OpenAttempt,
  at: number,
  process?: { pid: number; pidStart: string; bootId: string },
): void {
  decider.turn.setAttempt(open.id, open.token, { status: 'running', startedAt: at, ...process });
  decider.apply(open.run, { type: 'attemptStarted', at, ...refOf(open), attempt: open.attempt });
}

function parked(decider: Decider, open: OpenAttempt, as: Parameters<PerformerReports['parked']>[1]): void {
  const at = decider.outside.now();
  open.woken = null;
  open.parked = true;
  decider.turn.setAttempt(open.id, open.token, { status: 'parked' });
  const where = as.type === 'awaiting_input' ? { key: as.key } : {};
  const until = as.untilMs === undefined ? {} : { untilMs: as.untilMs };
  const refused = decider.apply(open.run, {
    type: 'attemptParked',
    at,
    ...refOf(open),
    attempt: open.attempt,
    as: as.type,
    ...where,
    ...until,
  });
  if (refused !== null || as.type !== 'awaiting_input' || !as.ask) return;
  const { message, form, role, people } = as.ask;
  open.asks = true;
  decider.turn.approvals.push({
    attemptId: open.id,
    runId: open.run.facts.id,
    workflowId: open.run.facts.workflowId,
    task: open.task,
    mapIndex: open.index ?? -1,
    attempt: open.attempt,
    message,
    form,
    audience: { role, people },
    status: 'waiting',
    askedAt: at,
    dueAt: as.untilMs ?? null,
    answeredAt: null,
    answeredBy: null,
    comment: null,
    answers: null,
  });
}
