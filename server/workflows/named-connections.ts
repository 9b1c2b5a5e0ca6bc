import type { Manifest } from '#domain/definition/schema/manifest.ts';
import type { Workflow } from '#domain/definition/schema/workflow.ts';

/** What a workflow says of the one place that names a connection without being a task. */
const alerts = 'its alerts';

/** Connections that a workflow names, with the place: of every task the fields whose widget is `connection`, and its alerts. Templates name none. */
export function namedConnections(workflow: Workflow, catalog: readonly Manifest[]): { connection: string; place: string }[] {
  const fields = new Map(
    catalog.map(({ type, version, hints }) => [
      `${type}@${version}`,
      Object.keys(hints).filter((field) => hints[field]?.widget === 'connection'),
    ]),
  );
  const ofTasks = workflow.tasks.flatMap((task) =>
    (fields.get(task.operator) ?? []).flatMap((field) => {
      const name = task.config[field];
      return typeof name === 'string' && name.trim() !== '' && !name.includes('{{')
        ? [{ connection: name.trim(), place: task.id }]
        : [];
    }),
  );
  const told = new Set(workflow.settings?.alerts?.map(({ connection }) => connection.trim()));
  told.delete('');
  return [...ofTasks, ...[...told].map((connection) => ({ connection, place: alerts }))];
}
