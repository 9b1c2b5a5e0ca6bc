import { parseWorkflow } from '#domain/definition/parse.ts';
import type { Workflow } from '#domain/definition/schema/workflow.ts';
import { Refusal } from '#server/refusal.ts';

/** A definition with every default filled in, or 422 `definition.invalid` with the problems of its shape. */
export function definitionOf(definition: unknown): Workflow {
  const parsed = parseWorkflow(definition);
  if (parsed.ok) return parsed.workflow;
  throw new Refusal('definition.invalid', parsed.problems[0]?.message ?? 'This is no workflow.', 422, {
    problems: parsed.problems,
  });
}
