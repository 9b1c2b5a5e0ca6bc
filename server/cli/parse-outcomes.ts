import { z } from 'zod';
import type { Workflow } from '#domain/definition/schema/workflow.ts';
import { Exit, exitCodes } from './exit.ts';

const outcome = z.union([
  z.enum(['success', 'failed', 'failed_no_retry', 'skipped']),
  z.strictObject({ ports: z.array(z.string()) }),
  z.strictObject({ branch: z.array(z.string()) }),
  z.strictObject({ condition: z.boolean() }),
  z.strictObject({ list: z.number().int().min(0) }),
]);
const schema = z.record(z.string(), z.array(outcome));

/** Outcomes per task and attempt, as `simulate` takes them; the last of a list repeats. */
export type Outcomes = z.output<typeof schema>;

/** Reads an outcomes file; a task that the workflow does not have is an error, since it is most often a slip of the pen. */
export function parseOutcomes(text: string, workflow: Workflow): Outcomes {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new Exit(exitCodes.problems, 'outcomes.json', `The outcomes are no JSON: ${(error as Error).message}`);
  }
  const parsed = schema.safeParse(json);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new Exit(
      exitCodes.problems,
      'outcomes.invalid',
      `The outcomes of /${issue?.path.join('/') ?? ''} are wrong: ${issue?.message ?? 'unknown shape'}.`,
    );
  }
  const tasks = new Set(workflow.tasks.map((task) => task.id));
  // A copy of a mapped task is named `task[0]`.
  const unknown = Object.keys(parsed.data).filter((name) => !tasks.has(name.replace(/\[\d+\]$/, '')));
  if (unknown.length > 0)
    throw new Exit(exitCodes.problems, 'outcomes.unknown-task', `The workflow has no task ${unknown.join(', ')}.`);
  return parsed.data;
}
