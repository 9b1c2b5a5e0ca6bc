import { isConditionField } from '#domain/expression/is-condition-field.ts';
import { isTemplate } from '#domain/expression/is-template.ts';
import type { Json } from '#domain/definition/schema/json.ts';
import type { Task } from '#domain/definition/schema/workflow.ts';
import type { Context } from './context.ts';

/** A text of a definition that is evaluated at run time. */
export interface ExpressionText {
  kind: 'template' | 'condition';
  text: string;
  path: (string | number)[];
  /** The task that reads, or of a mapped group, the group. */
  task: string | null;
  group: string | null;
  /** Whether `item` and `index` exist there. */
  mapped: boolean;
}

type Inner = (string | number)[];
function* texts(value: Json, path: Inner): Generator<{ text: string; path: Inner }> {
  if (typeof value === 'string') yield { text: value, path };
  else if (Array.isArray(value)) for (const [i, entry] of value.entries()) yield* texts(entry, [...path, i]);
  else if (typeof value === 'object' && value !== null)
    for (const [key, entry] of Object.entries(value)) yield* texts(entry, [...path, key]);
}

function* lists(map: Task['map'], path: Inner): Generator<{ text: string; path: Inner }> {
  for (const [i, { items }] of (map?.over ?? []).entries())
    if (typeof items === 'string') yield { text: items, path: [...path, 'map', 'over', i, 'items'] };
}

/** Every template and condition of a workflow, in the order of the definition. */
export function* expressionTexts({ workflow, manifests }: Context): Generator<ExpressionText> {
  const groups = new Map((workflow.groups ?? []).map((group) => [group.id, group]));
  const inMappedGroup = (id: string | undefined): boolean => {
    const seen = new Set<string>();
    for (let at = id; at !== undefined && !seen.has(at); at = groups.get(at)?.parent) {
      if (groups.get(at)?.map !== undefined) return true;
      seen.add(at);
    }
    return false;
  };
  for (const [index, task] of workflow.tasks.entries()) {
    const hints = manifests.get(task.operator)?.hints ?? {};
    const common = { task: task.id, group: null, mapped: task.map !== undefined || inMappedGroup(task.group) };
    for (const { text, path } of texts(task.config, [])) {
      const place = ['tasks', index, 'config', ...path];
      if (isConditionField(hints, path)) yield { kind: 'condition', text, path: place, ...common };
      else if (isTemplate(text)) yield { kind: 'template', text, path: place, ...common };
    }
    for (const { text, path } of lists(task.map, ['tasks', index]))
      yield { kind: 'template', text, path, ...common, mapped: false };
  }
  for (const [index, group] of (workflow.groups ?? []).entries())
    for (const { text, path } of lists(group.map, ['groups', index]))
      yield { kind: 'template', text, path, task: null, group: group.id, mapped: false };
}
