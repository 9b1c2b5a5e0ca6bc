import { validate } from '#domain/validation/validate.ts';
import type { JsonObject } from '#domain/definition/schema/json.ts';
import type { Manifest } from '#domain/definition/schema/manifest.ts';
import type { Act } from '#server/act.ts';
import type { EngineCommands } from '#server/engine/commands.ts';
import { Refusal } from '#server/refusal.ts';
import type { Store } from '#server/store/store.ts';
import { definitionOf } from '#server/workflows/definition-of.ts';
import { requireDraft } from '#server/workflows/require-draft.ts';
import { requireWorkflow } from '#server/workflows/require-workflow.ts';

/**
 * Starts a run by hand: of the newest version, or of the draft as it is saved now (then kept with the run). A draft with
 * errors is 422 `workflow.invalid` with its problems; without any version 409 `workflow.unpublished`; as a trial it is 422 `breaker.draft`.
 */
export async function createRun(
  store: Store,
  engine: Pick<EngineCommands, 'createRun'>,
  catalog: readonly Manifest[],
  input: {
    workflowId: string;
    params?: JsonObject;
    logicalTime?: number;
    draft?: boolean;
    idempotencyKey?: string;
    trial?: boolean;
  },
  { by }: Act,
): Promise<{ runId: string; number: number }> {
  const { draft, ...rest } = input;
  const workflow = await requireWorkflow(store, input.workflowId);
  if (!draft) {
    if (workflow.version === null)
      throw new Refusal('workflow.unpublished', 'This workflow has no version yet. Publish it, or run the draft.', 409);
    return engine.createRun({ ...rest, by });
  }
  if (rest.trial)
    throw new Refusal('breaker.draft', 'A trial run is one of the published version. Publish the draft first.', 422);
  const { definition } = await requireDraft(store, input.workflowId);
  const problems = validate(definitionOf(definition), catalog);
  const errors = problems.filter((problem) => problem.level === 'error');
  if (errors.length > 0)
    throw new Refusal(
      'workflow.invalid',
      `The draft has ${errors.length === 1 ? 'an error' : `${errors.length} errors`}. ${errors[0]?.message}`,
      422,
      {
        problems,
      },
    );
  return engine.createRun({ ...rest, draft: definition, by });
}
