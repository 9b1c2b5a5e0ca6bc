import type { JsonObject } from '#domain/definition/schema/json.ts';
import type { AttemptJob, JobRun } from './performer.ts';

/** An instant as ISO text, in UTC with `Z`. */
export const isoOf = (ms: number): string => new Date(ms).toISOString().replace('.000Z', 'Z');

/** The names that tell the time of a run, in templates and in `run` of a program. `ds` and `ts` are written as in Airflow. */
export function timeValues(run: JobRun): JsonObject {
  const logical = new Date(run.logicalTime).toISOString();
  return {
    ds: logical.slice(0, 10),
    ts: logical.replace(/(\.\d{3})Z$/, (_, ms: string) => `${ms === '.000' ? '' : `${ms}000`}+00:00`),
    logical_time: isoOf(run.logicalTime),
    data_interval_start: isoOf(run.dataIntervalStart),
    data_interval_end: isoOf(run.dataIntervalEnd),
  };
}

/** `run` of `input.json` and of a run function: all that is known of the run and of this attempt. */
export function runValues(job: Pick<AttemptJob, 'run' | 'attempt' | 'task' | 'mapIndex' | 'item'>): JsonObject {
  const { run } = job;
  return {
    id: run.id,
    number: run.number,
    workflow: run.workflowId,
    version: run.version,
    type: run.runType,
    trigger: run.triggerId,
    params: run.params,
    ...timeValues(run),
    task: job.task.id,
    attempt: job.attempt,
    ...(job.mapIndex >= 0 ? { index: job.mapIndex, item: job.item ?? null } : {}),
  };
}
