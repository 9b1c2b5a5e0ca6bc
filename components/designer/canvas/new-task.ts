import { canvasIds, freeId } from '#domain/definition/edit/free-id.ts';
import type { Manifest } from '#domain/definition/schema/manifest.ts';
import type { Task, Workflow } from '#domain/definition/schema/workflow.ts';

/** A fresh task of an operator: its title as the name, its defaults as the config. */
export function newTask(workflow: Workflow, manifest: Manifest): Task {
  const id = freeId(manifest.type.replaceAll('-', '_'), canvasIds(workflow));
  const number = /_(\d+)$/.exec(id)?.[1];
  return {
    id,
    operator: `${manifest.type}@${manifest.version}`,
    name: number === undefined ? manifest.title : `${manifest.title} ${number}`,
    config: structuredClone(manifest.defaults),
    triggerRule: 'all_success',
    disabled: false,
  };
}

/** An id made from a name: `Load orders` → `load_orders`; empty when nothing of it can stand in an id. */
export function idFromName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 60);
}

/** Whether an id is still the one a new task was given. */
export const isAutomaticId = (id: string, operator: string): boolean =>
  id.replace(/_\d+$/, '') === operator.slice(0, operator.lastIndexOf('@')).replaceAll('-', '_');
