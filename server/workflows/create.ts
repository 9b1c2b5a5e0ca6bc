import { parseWorkflow } from '#domain/definition/parse.ts';
import type { Workflow } from '#domain/definition/schema/workflow.ts';
import type { Act } from '#server/act.ts';
import { readExample } from '#server/examples/read-example.ts';
import { Refusal } from '#server/refusal.ts';
import type { Store } from '#server/store/store.ts';
import { insertWorkflow } from './insert-workflow.ts';
import { definitionOf } from './definition-of.ts';
import { requireDraft } from './require-draft.ts';
import { requireWorkflow } from './require-workflow.ts';
import { slug } from './slug.ts';

/** What a new workflow begins as. */
export type CreateFrom = { type: 'blank' } | { type: 'example'; id: string } | { type: 'copy'; id: string };

async function beginning(store: Store, from: CreateFrom): Promise<Workflow> {
  switch (from.type) {
    case 'blank':
      return definitionOf({
        format: 'drawloom/workflow@1',
        id: 'workflow',
        name: 'workflow',
        triggers: [],
        tasks: [],
        edges: [],
      });
    case 'example':
      return readExample(from.id);
    case 'copy': {
      await requireWorkflow(store, from.id);
      return definitionOf((await requireDraft(store, from.id)).definition);
    }
  }
}

/**
 * Makes a workflow as a draft, switched off. Its id is made from the name. `mayUse` refuses a definition that this
 * person may not author. Gives the id.
 */
export async function createWorkflow(
  store: Store,
  input: { name: string; project?: string; from: CreateFrom },
  act: Act,
  mayUse: (workflow: Workflow) => void = () => {},
): Promise<{ id: string }> {
  const id = slug(input.name);
  const parsed = parseWorkflow({ ...(await beginning(store, input.from)), id, name: input.name });
  if (!parsed.ok)
    throw new Refusal('definition.invalid', parsed.problems[0]?.message ?? 'The workflow cannot be read.', 422, {
      problems: parsed.problems,
    });
  mayUse(parsed.workflow);
  return { id: await insertWorkflow(store, parsed.workflow, id, input.project ?? '', act) };
}
