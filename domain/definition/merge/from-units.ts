import type { JsonObject } from '../schema/json.ts';
import type { Edge, Group, Layout, Note, Settings, Task, Trigger, Workflow } from '../schema/workflow.ts';
import type { Units } from './units.ts';

/** Puts a definition together from its units. What hangs on a task that is gone goes with it: its fields, edges, place; a group that is gone lets its members out. */
export function fromUnits(head: Pick<Workflow, 'format' | 'id'>, units: Units): Workflow {
  const workflow: JsonObject = {};
  const settings: JsonObject = {};
  const tasks = new Map<string, JsonObject & { config: JsonObject }>();
  const lists: { edges: Edge[]; triggers: Trigger[]; groups: Group[]; notes: Note[] } = {
    edges: [],
    triggers: [],
    groups: [],
    notes: [],
  };
  const layout: { positions: JsonObject; sizes: JsonObject; direction: string } = { positions: {}, sizes: {}, direction: 'LR' };
  for (const key of units.keys()) {
    const [root, id = '', ...rest] = key.split('\n');
    if (root === 'tasks' && rest.length === 0) tasks.set(id, { id, config: {} });
  }
  for (const [key, value] of units) {
    const [root = '', id = '', ...rest] = key.split('\n');
    const [field = '', inner] = rest;
    if (root === 'workflow') workflow[id] = value;
    else if (root === 'settings') settings[id] = value;
    else if (root === 'tasks') {
      const task = tasks.get(id);
      if (task === undefined || field === '') continue;
      if (field === 'config' && inner !== undefined) task.config[inner] = value;
      else task[field] = value;
    } else if (root === 'layout') {
      if (id === 'direction') layout.direction = String(value);
      else if (id === 'positions' || id === 'sizes') layout[id][field] = value;
    } else if (root in lists) (lists[root as keyof typeof lists] as unknown[]).push(value);
  }
  const groups = new Set(lists.groups.map((group) => group.id));
  for (const task of tasks.values()) if (!groups.has(String(task['group']))) delete task['group'];
  const isThere = (id: string): boolean => tasks.has(id) || groups.has(id);
  const kept = (places: JsonObject): JsonObject => Object.fromEntries(Object.entries(places).filter(([id]) => isThere(id)));
  const placed: Layout = {
    positions: kept(layout.positions) as Layout['positions'],
    direction: layout.direction as Layout['direction'],
    ...(Object.keys(layout.sizes).length > 0 ? { sizes: kept(layout.sizes) as NonNullable<Layout['sizes']> } : {}),
  };
  return {
    ...(workflow as unknown as Pick<Workflow, 'name'>),
    ...head,
    triggers: lists.triggers,
    ...(Object.keys(settings).length > 0 ? { settings: settings as unknown as Settings } : {}),
    tasks: [...tasks.values()] as unknown as Task[],
    edges: lists.edges.filter(({ from, to }) => tasks.has(from) && tasks.has(to)),
    ...(lists.groups.length > 0 ? { groups: lists.groups } : {}),
    ...(lists.notes.length > 0 ? { notes: lists.notes } : {}),
    layout: placed,
  };
}
