import type { RunEffect } from '#domain/run/effects.ts';
import type { ActiveRun } from './active-run.ts';
import { attemptId } from './attempt-id.ts';
import type { Decider } from './decider.ts';
import { timerKey } from './timer-key.ts';
import { unanswered } from './unanswered.ts';
import { wakeAttempt } from './wake-attempt.ts';

type Of<T extends RunEffect['type']> = Extract<RunEffect, { type: T }>;

/** Takes one effect of the run machine into the turn, or asks admission at once. */
export function performEffect(decider: Decider, run: ActiveRun, effect: RunEffect): void {
  const { turn } = decider;
  const { id } = run.facts;
  switch (effect.type) {
    case 'requestAdmission': {
      const { task, attempt, pool, slots, priority } = effect;
      const { limits } = run.compiled.tasks.get(task) ?? {};
      decider.ask({
        type: 'requested',
        run: id,
        task,
        index: effect.index ?? -1,
        attempt,
        pool,
        slots,
        priority,
        perWorkflow: limits?.perWorkflow,
        maxParallel: effect.maxParallel,
      });
      break;
    }
    case 'releaseAdmission':
      decider.ask({ type: 'released', run: id, task: effect.task, index: effect.index ?? -1, attempt: effect.attempt });
      break;
    case 'startAttempt':
      startAttempt(decider, run, effect);
      break;
    case 'stopAttempt': {
      const attempt = decider.attempts.get(attemptId(id, effect, effect.attempt));
      if (!attempt) break;
      attempt.stopped = effect.why;
      turn.effects.push({ type: 'stop', attemptId: attempt.id, why: effect.why });
      break;
    }
    case 'setTimer':
      setTimer(decider, run, effect);
      break;
    case 'setRunTimer':
      turn.effects.push({
        type: 'setTimer',
        key: `run|${id}`,
        atMs: effect.atMs,
        by: 'duration',
        fire: () => decider.apply(run, { type: 'runTimedOut', at: Math.max(decider.outside.now(), effect.atMs) }),
      });
      break;
    case 'askPast':
      turn.effects.push({ type: 'askPast', run, task: effect.task });
      break;
    case 'runFinished':
      turn.finished.add(run);
      turn.effects.push({ type: 'clearTimer', key: `run|${id}` });
      if (run.facts.parent) turn.effects.push({ type: 'childEnded', run });
      decider.ask({ type: 'runEnded', run: id });
      decider.outside.runEnded?.(run, effect.status);
      break;
  }
}

function setTimer(decider: Decider, run: ActiveRun, effect: Of<'setTimer'>): void {
  const { task, index, attempt, atMs, timer } = effect;
  const ref = index === undefined ? { task } : { task, index };
  const fire = () => {
    // The clock may stand before the instant when it was set back: the machine is told the instant itself.
    const at = Math.max(decider.outside.now(), atMs);
    if (timer === 'retry') decider.apply(run, { type: 'retryDue', at, ...ref, attempt });
    else if (timer === 'timeout') decider.apply(run, { type: 'attemptTimedOut', at, ...ref, attempt });
    else {
      const open = run.attempts.get(`${task}#${index ?? -1}@${attempt}`);
      if (!open) decider.apply(run, { type: 'attemptWoken', at, ...ref, attempt });
      else if (wakeAttempt(decider, open, {}, at) === null && open.asks)
        decider.turn.endApproval(open.id, { ...unanswered, status: 'expired' });
    }
  };
  decider.turn.effects.push({
    type: 'setTimer',
    key: timerKey(run.facts.id, effect),
    atMs,
    by: timer === 'wake' ? 'instant' : 'duration',
    fire,
  });
}

/** The intent: an attempt row with its token, durable before anything is started. A parked attempt that goes on keeps its own. */
function startAttempt(decider: Decider, run: ActiveRun, effect: Of<'startAttempt'>): void {
  const { task, index, attempt, token } = effect;
  const { turn } = decider;
  const key = `${task}#${index ?? -1}@${attempt}`;
  let open = run.attempts.get(key);
  if (open) {
    open.parked = false;
    turn.setAttempt(open.id, open.token, { status: 'queued' });
  } else {
    const id = attemptId(run.facts.id, effect, attempt);
    open = {
      id,
      token,
      run,
      task,
      ...(index === undefined ? {} : { index }),
      attempt,
      stopped: null,
      parked: false,
      woken: null,
    };
    run.attempts.set(key, open);
    decider.attempts.set(id, open);
    turn.newAttempts.set(id, {
      id,
      runId: run.facts.id,
      task,
      mapIndex: index ?? -1,
      attempt,
      token,
      status: 'queued',
      infra: false,
      pid: null,
      pidStart: null,
      bootId: null,
      queuedAt: decider.outside.now(),
      startedAt: null,
      endedAt: null,
      exitCode: null,
      errorCode: null,
      error: null,
      config: null,
      output: null,
    });
  }
  turn.effects.push({ type: 'perform', run, open });
}
