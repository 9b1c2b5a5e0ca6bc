import type { Workflow } from '#domain/definition/schema/workflow.ts';
import { parseWorkflow } from '#domain/definition/parse.ts';
import { Refusal } from '#server/refusal.ts';
import { examples } from './examples.ts';

/** Every example as a workflow. */
export function readExamples(): Workflow[] {
  return examples.map((file) => {
    const parsed = parseWorkflow(file);
    if (!parsed.ok) throw new Error(`an example does not parse: ${parsed.problems[0]?.message}`);
    return parsed.workflow;
  });
}

/** The example with this id, or 404 `example.unknown`. */
export function readExample(id: string): Workflow {
  const found = readExamples().find((workflow) => workflow.id === id);
  if (!found) throw new Refusal('example.unknown', `There is no example ${id}.`, 404);
  return found;
}
