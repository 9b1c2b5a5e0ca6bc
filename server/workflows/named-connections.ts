import type { Manifest } from '#domain/definition/schema/manifest.ts';
import type { Workflow } from '#domain/definition/schema/workflow.ts';

/** Connections that the configs of a workflow name: of every task the fields whose widget is `connection`. Templates name none. */
export function namedConnections(workflow: Workflow, catalog: readonly Manifest[]): { connection: string; task: string }[] {
  const fields = new Map(
    catalog.map(({ type, version, hints }) => [
      `${type}@${version}`,
      Object.keys(hints).filter((field) => hints[field]?.widget === 'connection'),
    ]),
  );
  return workflow.tasks.flatMap((task) =>
    (fields.get(task.operator) ?? []).flatMap((field) => {
      const name = task.config[field];
      return typeof name === 'string' && name.trim() !== '' && !name.includes('{{')
        ? [{ connection: name.trim(), task: task.id }]
        : [];
    }),
  );
}
