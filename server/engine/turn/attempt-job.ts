import { taskRun } from '#domain/run/read.ts';
import type { AttemptJob } from '../perform/performer.ts';
import type { ActiveRun } from './active-run.ts';
import { upstreamsOf } from './compiled-version.ts';
import type { Decider } from './decider.ts';
import { isLatest } from './is-latest.ts';
import { jobRun } from './job-run.ts';
import { itemOfCopy } from './map-lists.ts';
import type { OpenAttempt } from './open-attempt.ts';

type OfRun = Pick<AttemptJob, 'run' | 'statusOf' | 'outputOf' | 'outputNow' | 'artifactsOf' | 'outputsOfRun' | 'isLatest'>;

/** What all jobs of a run share: made once, since a fan-out makes thousands of them. */
const shared = new WeakMap<ActiveRun, OfRun>();

/** The run's facts have changed: its jobs from now on are made anew. */
export const forgetJobs = (run: ActiveRun): void => void shared.delete(run);

/**
 * What the performer gets to know of an attempt, `item` of a mapped copy too when its lists are in memory. Statuses are read
 * when it asks, outputs from memory or from the store.
 */
export function attemptJob(decider: Decider, open: OpenAttempt): AttemptJob {
  const { run } = open;
  const { facts, compiled } = run;
  const task = compiled.tasks.get(open.task) ?? open.was;
  if (!task) throw new Error(`Run ${facts.id} has an attempt of ${open.task}, which its definition does not have.`);
  let ofRun = shared.get(run);
  if (!ofRun) shared.set(run, (ofRun = jobsOf(decider, run)));
  const item = open.index === undefined ? undefined : itemOfCopy(run, open.task, open.index);
  const job: AttemptJob = {
    attemptId: open.id,
    token: open.token,
    run: ofRun.run,
    task,
    mapIndex: open.index ?? -1,
    attempt: open.attempt,
    upstream: upstreamsOf(compiled, open.task),
    statusOf: ofRun.statusOf,
    outputOf: ofRun.outputOf,
    outputNow: ofRun.outputNow!,
    artifactsOf: ofRun.artifactsOf!,
    outputsOfRun: ofRun.outputsOfRun!,
    isLatest: ofRun.isLatest!,
  };
  if (open.woken) job.woken = open.woken;
  if (item !== undefined) job.item = item;
  return job;
}

function jobsOf({ outside }: Decider, run: ActiveRun): OfRun {
  return {
    run: jobRun(run.facts),
    statusOf: (name) => taskRun(run.compiled.plan, run.state, name)?.status ?? 'none',
    outputOf: (name) => outside.readOutput(run, name),
    // Of a mapped task the list is made of its copies' outputs, which are kept under their own places.
    outputNow: (name) => run.outputs.get(name, undefined),
    artifactsOf: (name) => outside.readArtifacts(run, name),
    outputsOfRun: (runId) => outside.outputsOfRun(runId),
    isLatest: (nowMs) => isLatest(run, nowMs),
  };
}
