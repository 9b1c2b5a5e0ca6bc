import { stripDefaults } from '#domain/definition/canonical.ts';
import { parseWorkflowText } from '#domain/definition/parse.ts';
import type { Problem } from '#domain/definition/problem.ts';
import { problemsText } from '#domain/definition/problems-text.ts';
import type { Workflow } from '#domain/definition/schema/workflow.ts';
import { validate } from '#domain/validation/validate.ts';
import type { Manifest } from '#domain/definition/schema/manifest.ts';
import type { Act } from '#server/act.ts';
import { Refusal } from '#server/refusal.ts';
import { knownWorkflows } from '#server/store/known-workflows.ts';
import type { Store } from '#server/store/store.ts';
import { insertWorkflow } from './insert-workflow.ts';

/**
 * Adds a workflow from its file as a draft, switched off; nothing is published or run. The id of the file is kept when it
 * is free or belongs to a deleted workflow, which then comes back with its history and this draft; else the next free one is
 * taken. `mayUse` refuses a definition that this person may not author. Gives the id and what is wrong with the workflow.
 */
export async function importWorkflow(
  store: Store,
  catalog: readonly Manifest[],
  input: { text: string; project?: string },
  act: Act,
  mayUse: (workflow: Workflow) => void = () => {},
): Promise<{ id: string; problems: Problem[] }> {
  const parsed = parseWorkflowText(input.text);
  if (!parsed.ok) {
    throw new Refusal(parsed.problems[0]?.code ?? 'definition.invalid', problemsText(parsed.problems), 422, {
      problems: parsed.problems,
    });
  }
  const { workflow } = parsed;
  mayUse(workflow);
  const problems = validate(workflow, catalog, null, await knownWorkflows(store, [workflow]));
  const existing = await store.workflows.get(workflow.id);
  if (existing?.deletedAt != null) {
    await bringBack(store, workflow, act);
    return { id: workflow.id, problems };
  }
  return { id: await insertWorkflow(store, workflow, workflow.id, input.project ?? '', act), problems };
}

/** A deleted workflow returns switched off, with the imported definition as its draft. */
async function bringBack(store: Store, workflow: Workflow, { by, at }: Act): Promise<void> {
  await store.workflows.setEnabled(workflow.id, false, at);
  for (;;) {
    const revision = (await store.drafts.get(workflow.id))?.revision ?? 0;
    const saved = await store.drafts.save(workflow.id, revision, stripDefaults(workflow), by, at);
    if (saved.ok) break;
  }
  await store.workflows.restore(workflow.id, at);
}
