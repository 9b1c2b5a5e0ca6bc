import { useMemo } from 'react';
import type { JsonObject } from '#domain/definition/schema/json.ts';
import type { Task } from '#domain/definition/schema/workflow.ts';
import { SchemaForm } from '#components/forms/schema-form.tsx';
import type { CompletionScope, FormProblem, Preview } from '#components/forms/form-context.ts';
import { useSession } from '../../session/workflow-session.ts';
import { configPaths } from './config-paths.ts';
import { mapOf } from './map-of.ts';
import { mapHints, mapSchema } from './task-schema.ts';

/** Over which lists a task is copied, into which field of its config each copy gets its item, and how many there may be. */
export function MapFields(props: {
  task: Task;
  problems: readonly FormProblem[];
  scope: CompletionScope;
  preview: Preview | null;
  onChange: (map: Task['map']) => void;
}) {
  const { task } = props;
  const { manifests } = useSession();
  const manifest = manifests.get(task.operator);
  const used = task.map?.over.map(({ into }) => into).join('\n') ?? '';
  const paths = useMemo(
    () => [...new Set([...configPaths(manifest), ...used.split('\n').filter((path) => path !== '')])],
    [manifest, used],
  );
  const schema = useMemo(() => mapSchema(paths), [paths]);
  const own = useMemo(
    () =>
      props.problems.flatMap((problem) =>
        problem.pointer.startsWith('/map/') ? [{ ...problem, pointer: problem.pointer.slice(4) }] : [],
      ),
    [props.problems],
  );
  return (
    <SchemaForm
      templates={false}
      schema={schema}
      hints={mapHints}
      value={(task.map ?? {}) as JsonObject}
      problems={own}
      scope={props.scope}
      {...(props.preview === null ? {} : { preview: props.preview })}
      onChange={(next) => props.onChange(mapOf(next, paths[0] ?? ''))}
    />
  );
}
