import { readParamsAs } from '#domain/definition/json-schema/read-params-as.ts';
import type { ChildRequest } from '../perform/performer.ts';
import { childDepth } from '../turn/child-depth.ts';
import type { Decider } from '../turn/decider.ts';
import type { OpenAttempt } from '../turn/open-attempt.ts';
import { refOf } from '../turn/ref-of.ts';
import type { PreparedRun, RunCreator } from './create-run.ts';

/**
 * Makes the run ready that an attempt asks for: of the newest version, with the parent's logical time. Rejects with a Refusal:
 * `workflow.unknown`, `workflow.unpublished`, `params.invalid`, `child.too-deep`, `child.deadlock`.
 */
export async function prepareChild(
  creator: RunCreator,
  decider: Decider,
  open: OpenAttempt,
  { workflow, params }: ChildRequest,
): Promise<PreparedRun> {
  const { facts } = open.run;
  const { compiled } = await creator.published(workflow);
  const depth = childDepth(open.run, workflow, compiled, decider.runs);
  return creator.prepare(
    {
      workflowId: workflow,
      params: readParamsAs(params, compiled.workflow.params),
      logicalTime: facts.logicalTime,
      dataInterval: { start: facts.dataIntervalStart, end: facts.dataIntervalEnd },
      runType: 'child',
      parent: { runId: facts.id, ...refOf(open), attempt: open.attempt, depth },
      by: facts.createdBy,
    },
    decider.outside.now(),
  );
}
