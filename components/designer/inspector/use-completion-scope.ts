import { useMemo } from 'react';
import type { CompletionScope } from '#components/forms/form-context.ts';
import { groupPath } from '#domain/definition/edit/group-path.ts';
import type { JsonObject } from '#domain/definition/schema/json.ts';
import { useDesigner } from '../session/use-designer.ts';
import { useConnectionScope } from './use-connection-scope.ts';

/**
 * Names a template of this task can read: the tasks before it, nearest first, the workflow's params, connections. `values`: what is known of them. Of
 * several tasks (a group), what all of them together hang on.
 */
export function useCompletionScope(task: string | readonly string[], values: JsonObject | null): CompletionScope {
  const tasks = useDesigner((s) => s.workflow.tasks);
  const edges = useDesigner((s) => s.workflow.edges);
  const params = useDesigner((s) => s.workflow.params);
  const groups = useDesigner((s) => s.workflow.groups);
  const conn = useConnectionScope();
  const ids = typeof task === 'string' ? task : task.join(' ');
  return useMemo(() => {
    const into = new Map<string, string[]>();
    for (const edge of edges) into.set(edge.to, [...(into.get(edge.to) ?? []), edge.from]);
    const own = ids.split(' ');
    const before = new Set<string>();
    const queue = [...own];
    for (let head = 0; head < queue.length; head++)
      for (const from of into.get(queue[head] ?? '') ?? [])
        if (!before.has(from) && (own.length === 1 || !own.includes(from))) {
          before.add(from);
          queue.push(from);
        }
    const properties = params?.['properties'];
    const byId = new Map(tasks.map((t) => [t.id, t]));
    const only = own.length === 1 ? byId.get(own[0] ?? '') : undefined;
    const around = groupPath({ groups }, only?.group);
    return {
      values: conn === null ? values : { ...values, conn },
      mapped: only?.map !== undefined || (groups ?? []).some(({ id, map }) => map !== undefined && around.includes(id)),
      tasks: [...before].flatMap((id) => (byId.has(id) ? [{ id, name: byId.get(id)?.name ?? id }] : [])),
      params: typeof properties === 'object' && properties !== null && !Array.isArray(properties) ? Object.keys(properties) : [],
    };
  }, [tasks, edges, params, groups, ids, values, conn]);
}
