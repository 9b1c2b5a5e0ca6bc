import { isDeepStrictEqual } from 'node:util';
import type { Manifest } from '#domain/definition/schema/manifest.ts';
import type { Task, Workflow } from '#domain/definition/schema/workflow.ts';

/** Languages that run with the rights of the task's user; CEL conditions and JSON do not. */
const code = new Set(['sql', 'python', 'javascript', 'shell']);

/** Whether tasks of this operator run what their author writes: a code field, or files of the machine. An unknown operator counts. */
export function isCodeOperator(manifest: Manifest | undefined): boolean {
  if (!manifest) return true;
  return Object.values(manifest.hints).some(
    ({ language, widget }) => (language !== undefined && code.has(language)) || widget === 'file',
  );
}

/**
 * Tasks whose code this edit writes or changes (trust.md: whoever authors code can do what the task's user can): new ones,
 * and those with another operator or config than before.
 */
export function authoredCode(before: Workflow | null, after: Workflow, catalog: readonly Manifest[]): string[] {
  const manifests = new Map(catalog.map((manifest) => [`${manifest.type}@${manifest.version}`, manifest]));
  const old = new Map<string, Task>(before?.tasks.map((task) => [task.id, task]));
  return after.tasks
    .filter((task) => {
      if (!isCodeOperator(manifests.get(task.operator))) return false;
      const was = old.get(task.id);
      return !was || was.operator !== task.operator || !isDeepStrictEqual(was.config, task.config);
    })
    .map((task) => task.id);
}
