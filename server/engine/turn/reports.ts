import type { PerformerReports } from '../perform/performer.ts';
import { requestChild } from './begin-child.ts';
import type { Decider } from './decider.ts';
import { endAttempt } from './end-attempt.ts';
import type { OpenAttempt } from './open-attempt.ts';
import { refOf } from './ref-of.ts';

/** The performer's facts, brought into the next turn in the order in which they come. A fact about an attempt that is closed is dropped. */
export function hostReports(decider: Decider): PerformerReports {
  const about = (attemptId: string, decide: (open: OpenAttempt) => void) =>
    decider.outside.later(() => {
      const open = decider.attempts.get(attemptId);
      if (open) decide(open);
    });
  return {
    rendered: (id, config) => about(id, (open) => decider.turn.setAttempt(open.id, open.token, { config })),
    started: (id, at, process) => about(id, (open) => started(decider, open, at, process)),
    ended: (id, end) => about(id, (open) => endAttempt(decider, open, end)),
    parked: (id, as) => about(id, (open) => parked(decider, open, as)),
    child: (id, wanted) => about(id, (open) => requestChild(decider, open, wanted)),
    logs: (chunks) => decider.outside.later(() => void decider.turn.logs.push(...chunks)),
  };
}

function started(
  decider: Decider,
  open: OpenAttempt,
  at: number,
  process: { pid: number; pidStart: string; bootId: string } | undefined,
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
