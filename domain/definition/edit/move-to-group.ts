import type { Workflow } from '../schema/workflow.ts';
import { groupPath } from './group-path.ts';
import { mergeFields } from './merge-fields.ts';
import { missingThing } from './missing-thing.ts';
import { refuse, type EditResult } from './refused.ts';

/** Puts tasks and groups into a group, or out of all (`null`). A group is not put into itself (`group.cycle`). */
export function moveToGroup(workflow: Workflow, { ids, group }: { ids: readonly string[]; group: string | null }): EditResult {
  const chosen = new Set(ids);
  const into = group ?? undefined;
  if (group !== null && !(workflow.groups ?? []).some(({ id }) => id === group)) return missingThing('group', group);
  const around = groupPath(workflow, into).find((id) => chosen.has(id));
  if (around !== undefined) return refuse('group.cycle', `The group "${around}" cannot lie in itself.`);
  const tasks = workflow.tasks.map((task) => (chosen.has(task.id) ? mergeFields(task, { group: into }) : task));
  const groups = (workflow.groups ?? []).map((one) => (chosen.has(one.id) ? mergeFields(one, { parent: into }) : one));
  const sameTasks = tasks.every((task, i) => task === workflow.tasks[i]);
  const sameGroups = groups.every((one, i) => one === workflow.groups?.[i]);
  if (sameTasks && sameGroups) return workflow;
  return { ...workflow, ...(sameTasks ? {} : { tasks }), ...(sameGroups ? {} : { groups }) };
}
