import { taskRun } from '#domain/run/read.ts';
import type { AttemptJob } from '../perform/performer.ts';
import { upstreamsOf } from './compiled-version.ts';
import type { Decider } from './decider.ts';
import { isLatest } from './is-latest.ts';
import { jobRun } from './job-run.ts';
import type { OpenAttempt } from './open-attempt.ts';

/** What the performer gets to know of an attempt, but for its `item`. Statuses are read when it asks, outputs from memory or from the store. */
export function attemptJob(decider: Decider, open: OpenAttempt): AttemptJob {
  const { run } = open;
  const { facts, compiled } = run;
  const task = compiled.tasks.get(open.task);
  if (!task) throw new Error(`Run ${facts.id} has an attempt of ${open.task}, which its definition does not have.`);
  return {
    attemptId: open.id,
    token: open.token,
    run: jobRun(facts),
    task,
    mapIndex: open.index ?? -1,
    attempt: open.attempt,
    upstream: upstreamsOf(compiled, open.task),
    statusOf: (name) => taskRun(compiled.plan, run.state, name)?.status ?? 'none',
    outputOf: (name) => decider.outside.readOutput(run, name),
    artifactsOf: (name) => decider.outside.readArtifacts(run, name),
    outputsOfRun: (runId) => decider.outside.outputsOfRun(runId),
    isLatest: (nowMs) => isLatest(run, nowMs),
    ...(open.woken ? { woken: open.woken } : {}),
  };
}
