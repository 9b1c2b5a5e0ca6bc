import { admit } from '#domain/admission/admit.ts';
import type { AdmissionDecision, AdmissionEvent } from '#domain/admission/events.ts';
import { reasons } from '#domain/admission/reasons.ts';
import { newAdmission } from '#domain/admission/state.ts';
import type { Workflow } from '#domain/definition/schema/workflow.ts';
import type { RunEffect } from '#domain/run/effects.ts';
import type { TaskRunRef } from '#domain/run/events.ts';

const run = 'run';
type Asked = Extract<RunEffect, { type: 'requestAdmission' | 'releaseAdmission' }>;

/** The admission machine with one run in it: the limits of the workflow, and pools of the given sizes (−1 = no limit). */
export class PretendAdmission {
  readonly #state = newAdmission();

  constructor(
    readonly workflow: Workflow,
    pools: Record<string, number>,
  ) {
    for (const [pool, slots] of Object.entries(pools)) this.#tell({ type: 'poolChanged', pool, slots });
  }

  /** The run is queued: gives `runAdmitted`. */
  start(logicalTime: number): AdmissionDecision[] {
    const { id, settings } = this.workflow;
    const limits = {
      maxActiveRuns: settings?.maxActiveRuns ?? 16,
      maxActiveTasksPerWorkflow: settings?.maxActiveTasksPerWorkflow,
      concurrency: settings?.concurrency ?? 'queue',
    };
    this.#tell({ type: 'workflowChanged', workflow: id, limits });
    const maxActiveTasks = settings?.maxActiveTasks ?? 16;
    return this.#tell({
      type: 'runQueued',
      run,
      workflow: id,
      logicalTime,
      backfill: false,
      maxActiveTasks,
      active: false,
      paused: false,
    });
  }

  /** An attempt asks, or gives back; what is admitted now. */
  hear(effect: Asked): AdmissionDecision[] {
    const claim = { run, task: effect.task, index: effect.index ?? -1, attempt: effect.attempt };
    if (effect.type === 'releaseAdmission') return this.#tell({ type: 'released', ...claim });
    const { pool, slots, priority, maxParallel } = effect;
    const perWorkflow = this.workflow.tasks.find(({ id }) => id === effect.task)?.limits?.perWorkflow;
    return this.#tell({ type: 'requested', ...claim, pool, slots, priority, perWorkflow, maxParallel });
  }

  /** Why a task run is not admitted, in words. */
  reasons({ task, index }: TaskRunRef, attempt: number): string[] {
    const found = reasons(this.#state, { run, task, index: index ?? -1, attempt });
    // There is one run only: naming it says nothing.
    return found.map(({ message }) => message.replaceAll(`${run}/`, ''));
  }

  #tell(event: AdmissionEvent): AdmissionDecision[] {
    return admit(this.#state, event).out;
  }
}
