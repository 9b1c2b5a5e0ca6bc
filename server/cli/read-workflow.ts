import { readFileSync, statSync } from 'node:fs';
import type { Problem } from '#domain/definition/problem.ts';
import { parseWorkflowText } from '#domain/definition/parse.ts';
import { caps, type Workflow } from '#domain/definition/schema/workflow.ts';
import { validate } from '#domain/validation/validate.ts';
import { loadConfig } from '#server/boot/config.ts';
import { OperatorCatalog } from '#server/operators/operator-catalog.ts';
import { Exit, exitCodes, problemLine } from './exit.ts';

/** Text of a file named on the command line (`-` is standard input). Wrong use when it cannot be read. */
export function readText(file: string): string {
  try {
    if (file !== '-' && statSync(file).size > caps.importBytes)
      throw new Exit(exitCodes.problems, 'definition.size', `${file} is larger than 10 MiB.`);
    return readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (error) {
    if (error instanceof Exit) throw error;
    const reason =
      (error as NodeJS.ErrnoException).code === 'ENOENT'
        ? 'does not exist'
        : `cannot be read (${(error as NodeJS.ErrnoException).code})`;
    throw new Exit(exitCodes.wrongUse, 'file.unreadable', `${file} ${reason}.`);
  }
}

/**
 * Reads and validates a workflow file against the built-in operators and those of a data directory (missing: the configured
 * one). The workflow is missing when it could not even be parsed.
 */
export function inspectWorkflow(file: string, dataDir?: string): { workflow?: Workflow; problems: Problem[] } {
  const parsed = parseWorkflowText(readText(file));
  if (!parsed.ok) return { problems: parsed.problems };
  const catalog = new OperatorCatalog(dataDir ?? loadConfig().dataDir);
  return { workflow: parsed.workflow, problems: validate(parsed.workflow, catalog.manifests) };
}

/** A workflow that may run; otherwise exits with 1 and prints every error. */
export function readRunnable(file: string, dataDir?: string): Workflow {
  const { workflow, problems } = inspectWorkflow(file, dataDir);
  const errors = problems.filter((problem) => problem.level === 'error');
  if (workflow && errors.length === 0) return workflow;
  throw new Exit(exitCodes.problems, 'workflow.invalid', `${file} cannot run:\n${errors.map(problemLine).join('\n')}`);
}
