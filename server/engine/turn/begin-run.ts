import type { Reason } from '#domain/admission/reason.ts';
import { settingsSchema, type Workflow } from '#domain/definition/schema/workflow.ts';
import type { RunEvent } from '#domain/run/events.ts';
import { machineVersion } from '#domain/run/machine-version.ts';
import type { ActiveRun } from './active-run.ts';
import type { Decider } from './decider.ts';

const presets = settingsSchema.parse({});

/** A workflow's settings, those it leaves out at their defaults. */
export const settingsOf = (workflow: Workflow) => workflow.settings ?? presets;

export interface Beginning {
  /** It is queued, and nothing of it begins until it is resumed. */
  paused?: boolean;
  /** Whether it is the newest of its trigger (latest-only asks); missing: nobody can say. */
  latest?: boolean;
  /** Lengths of lists that hang on params alone. */
  lists?: Extract<RunEvent, { type: 'runCreated' }>['lists'];
}

/** Decides the beginning of a run, within a turn. Gives why it must not begin; then nothing has happened. */
export function beginRun(decider: Decider, run: ActiveRun, { latest, lists, paused = false }: Beginning = {}): Reason | null {
  const { facts, compiled } = run;
  const settings = settingsOf(compiled.workflow);
  // The limits of the version that began last are those that count: a workflow has one set of them.
  decider.tell({ type: 'workflowChanged', workflow: facts.workflowId, limits: settings });
  return decider.create(run, {
    queued: {
      type: 'runQueued',
      run: facts.id,
      workflow: facts.workflowId,
      logicalTime: facts.logicalTime,
      backfill: facts.runType === 'backfill',
      maxActiveTasks: settings.maxActiveTasks,
      active: false,
      paused,
    },
    created: {
      type: 'runCreated',
      at: facts.createdAt,
      runType: facts.runType,
      logicalTime: facts.logicalTime,
      dataIntervalStart: facts.dataIntervalStart,
      dataIntervalEnd: facts.dataIntervalEnd,
      params: facts.params,
      machine: machineVersion,
      ...(facts.triggerId === null ? {} : { trigger: facts.triggerId }),
      ...(latest === undefined ? {} : { latest }),
      ...(lists === undefined ? {} : { lists }),
    },
  });
}

/**
 * Takes a stored run up again, within a turn: recovery, or a finished run that a person wakes. Its requests follow from its
 * state. `active`: work of it is under way; otherwise it goes on (`reopened`) or begins when there is room. The limits of its
 * version count only as long as nobody has told those of a newer one.
 */
export function resumeRun(
  decider: Decider,
  run: ActiveRun,
  { active, reopened = false, paused }: { active: boolean; reopened?: boolean; paused: boolean },
): void {
  const { facts, compiled } = run;
  const settings = settingsOf(compiled.workflow);
  decider.runs.set(facts.id, run);
  if (!decider.admission.workflows.has(facts.workflowId))
    decider.tell({ type: 'workflowChanged', workflow: facts.workflowId, limits: settings });
  decider.tell({
    type: 'runQueued',
    run: facts.id,
    workflow: facts.workflowId,
    logicalTime: facts.logicalTime,
    backfill: facts.runType === 'backfill',
    maxActiveTasks: settings.maxActiveTasks,
    active,
    reopened,
    paused,
  });
}
