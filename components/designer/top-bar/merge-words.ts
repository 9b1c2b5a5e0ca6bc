import { fieldName } from '#domain/definition/field-name.ts';
import type { Json } from '#domain/definition/schema/json.ts';
import type { Workflow } from '#domain/definition/schema/workflow.ts';

/** What a conflict is about, for people: `Load orders: query`, `Load orders, the whole task`, `trigger nightly`. */
export function conflictWords(path: readonly string[], ...workflows: readonly Workflow[]): string {
  const [root = '', id = '', field, inner] = path;
  const task = workflows.flatMap(({ tasks }) => tasks).find((one) => one.id === id);
  if (root === 'tasks') {
    const name = task?.name ?? id;
    return field === undefined ? `${name}, the whole task` : `${name}: ${fieldName(inner ?? field).toLowerCase()}`;
  }
  if (root === 'workflow' || root === 'settings') return `the workflow: ${fieldName(id).toLowerCase()}`;
  return root === 'edges' ? 'label of an edge' : root === 'notes' ? 'a note' : `${root.replace(/s$/, '')} ${id}`;
}

/** A value as text of a narrow column; what is not there says so. */
export const valueText = (value: Json | undefined): string =>
  value === undefined ? 'not there' : typeof value === 'string' ? value : JSON.stringify(value, null, 1);
