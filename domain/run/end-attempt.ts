import type { Draft } from './draft.ts';
import type { AttemptResult, Failure } from './events.ts';
import { failFast } from './fail-fast.ts';
import { finish } from './finish.ts';
import { infraLoss } from './infra-loss.ts';
import { timeoutFailure } from './timeout-failure.ts';
import { refOf, refText } from './ref.ts';
import { retryDelayMs } from './retry.ts';
import type { Row } from './row.ts';
import { skipAtOnce } from './skip-at-once.ts';
import { takeLengths } from './take-lengths.ts';

const longestReason = 200;

/**
 * The attempt under way has ended: writes its status, what it decided and the skips that follow at once, all before any
 * round. An end that was forced (cancel, fail fast, clear, mark …) is written as what forced it, whatever the attempt says.
 */
export function endAttempt(draft: Draft, task: number, index: number, result: AttemptResult): void {
  const row = draft.row(task, index);
  const { stop } = row;
  if (stop !== null && stop !== 'timeout') {
    endForced(draft, task, index, stop);
    return;
  }
  switch (result.type) {
    case 'skipped':
      forgetDecision(draft, task, index);
      finish(draft, task, index, 'skipped', shorten(result.reason ?? null));
      return;
    case 'failed':
      forgetDecision(draft, task, index);
      failAttempt(draft, task, index, stop === 'timeout' ? timedOut(draft, task, result) : result);
      return;
    case 'success': {
      const wrong = takeLengths(draft, task, index, result);
      if (wrong !== null) {
        forgetDecision(draft, task, index);
        failAttempt(draft, task, index, { error: wrong, retry: 'policy' });
        return;
      }
      const { ports, shortCircuit } = result;
      const decision = shortCircuit !== undefined ? { shortCircuit } : ports !== undefined ? { ports: [...ports] } : null;
      const ended = { ...row, status: 'success', decision, spent: row.spent + 1, endedAt: draft.at, reason: null } as const;
      draft.put(task, index, { ...ended, dueAt: null, stop: null, woken: false });
      if (decision !== null) skipAtOnce(draft, task, index, decision);
    }
  }
}

/** An attempt failed: it is lost and made again, waits for its retry, or has failed for good. */
export function failAttempt(
  draft: Draft,
  task: number,
  index: number,
  { error, retry, infra }: { error: Failure; retry: 'policy' | 'never'; infra?: boolean },
): void {
  const row = draft.row(task, index);
  const planned = draft.plan.tasks[task]!;
  const reason = shorten(error.message);
  if (infra === true) {
    const { lost, lostBefore } = row;
    const loss = infraLoss(draft.run.machine, { ...error, begun: row.status === 'running', lost, lostBefore });
    if ('final' in loss) failForGood(draft, task, index, shorten(loss.final));
    else waitForRetry(draft, task, index, { ...row, lost: loss.lost, lostBefore: loss.lostBefore, reason }, loss.delayMs);
    return;
  }
  const spent = row.spent + 1;
  draft.replace(task, index, { ...row, spent });
  // A sensor's timeout spans its pokes and retries, so it leaves nothing to retry.
  const final = retry === 'never' || spent > planned.retry.max || (row.sensor && error.code === 'timeout');
  if (final) {
    failForGood(draft, task, index, reason);
    return;
  }
  const counted = row.attempt - row.lost - row.lostBefore;
  const identity = `${draft.plan.workflow}#${refText(refOf(planned.id, index))}#${draft.run.logicalTime}#${counted}`;
  waitForRetry(draft, task, index, { ...row, spent, reason }, retryDelayMs(planned.retry, counted, identity));
}

/** `up_for_retry`; without a delay it is due already and is judged with everybody else. */
function waitForRetry(draft: Draft, task: number, index: number, row: Row, delayMs: number): void {
  const dueAt = delayMs > 0 ? draft.at + Math.round(delayMs) : null;
  draft.put(task, index, { ...row, status: 'up_for_retry', endedAt: draft.at, dueAt, stop: null, woken: false });
  if (dueAt === null) draft.judge(task, index);
  else
    draft.effects.push({
      type: 'setTimer',
      timer: 'retry',
      ...refOf(draft.plan.tasks[task]!.id, index),
      attempt: row.attempt,
      atMs: dueAt,
    });
}

function failForGood(draft: Draft, task: number, index: number, reason: string | null): void {
  finish(draft, task, index, 'failed', reason);
  if (draft.plan.failFast && !draft.plan.tasks[task]!.ignorable) failFast(draft, task, index);
}

function endForced(draft: Draft, task: number, index: number, stop: NonNullable<Row['stop']>): void {
  forgetDecision(draft, task, index);
  switch (stop) {
    case 'restarting': {
      const row = draft.row(task, index);
      draft.put(task, index, { ...row, status: 'none', endedAt: draft.at, stop: null, woken: false, reason: null });
      draft.judge(task, index);
      return;
    }
    case 'cancelled':
      finish(draft, task, index, 'cancelled', 'cancelled');
      return;
    case 'fail-fast':
      finish(draft, task, index, 'failed', 'fail fast');
      return;
    case 'run-timeout':
      finish(draft, task, index, 'failed', 'run timeout');
      return;
    default:
      finish(draft, task, index, stop === 'timeout' ? 'failed' : stop, 'marked');
  }
}

/** Work that was ended for its time failed by `timeout`, whatever its last words were. */
function timedOut(draft: Draft, task: number, result: Extract<AttemptResult, { type: 'failed' }>): typeof result {
  return result.error.code === 'timeout' ? result : { ...result, error: timeoutFailure(draft.plan.tasks[task]!) };
}

function forgetDecision(draft: Draft, task: number, index: number): void {
  const row = draft.row(task, index);
  if (row.decision !== null) draft.put(task, index, { ...row, decision: null });
}

const shorten = (text: string | null): string | null =>
  text !== null && text.length > longestReason ? `${text.slice(0, longestReason - 1)}…` : text;
