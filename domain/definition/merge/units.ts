import { edgeKeyText } from '../diff/edge-key-text.ts';
import type { Json } from '../schema/json.ts';
import type { Workflow } from '../schema/workflow.ts';

/** Smallest parts of a definition that two people can change without disturbing each other, by their path joined with line breaks. */
export type Units = Map<string, Json>;

const json = (value: unknown): Json => value as Json;
export const unitKey = (path: readonly string[]): string => path.join('\n');
const fieldsOfWorkflow = ['name', 'description', 'tags', 'owner', 'params', 'taskDefaults'] as const;

/**
 * Takes a definition apart: each field of a task and each field of its config, each edge, trigger, group and note as a whole, each setting, each
 * place. `unitKey(['tasks', id])` stands for the task being there; its id is its value.
 */
export function unitsOf(workflow: Workflow): Units {
  const units: Units = new Map();
  const put = (path: readonly string[], value: unknown): void => {
    if (value !== undefined) units.set(unitKey(path), json(value));
  };
  for (const field of fieldsOfWorkflow) put(['workflow', field], workflow[field]);
  for (const [key, value] of Object.entries(workflow.settings ?? {})) put(['settings', key], value);
  for (const { id, config, ...rest } of workflow.tasks) {
    put(['tasks', id], id);
    for (const [field, value] of Object.entries(rest)) put(['tasks', id, field], value);
    for (const [field, value] of Object.entries(config)) put(['tasks', id, 'config', field], value);
  }
  for (const edge of workflow.edges) put(['edges', edgeKeyText(edge)], edge);
  for (const list of ['triggers', 'groups', 'notes'] as const)
    for (const thing of workflow[list] ?? []) put([list, thing.id], thing);
  put(['layout', 'direction'], workflow.layout?.direction);
  for (const [id, at] of Object.entries(workflow.layout?.positions ?? {})) put(['layout', 'positions', id], at);
  for (const [id, size] of Object.entries(workflow.layout?.sizes ?? {})) put(['layout', 'sizes', id], size);
  return units;
}
