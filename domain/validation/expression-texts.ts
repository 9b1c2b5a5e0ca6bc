import { isConditionField } from '#domain/expression/is-condition-field.ts';
import { isTemplate } from '#domain/expression/is-template.ts';
import type { Json, JsonObject } from '#domain/definition/schema/json.ts';
import type { Manifest } from '#domain/definition/schema/manifest.ts';
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
const noHints: Manifest['hints'] = {};
function* texts(value: Json, path: Inner): Generator<{ text: string; path: Inner }> {
  if (typeof value === 'string') yield { text: value, path };
  else if (Array.isArray(value)) for (const [i, entry] of value.entries()) yield* texts(entry, [...path, i]);
  else if (typeof value === 'object' && value !== null)
    for (const [key, entry] of Object.entries(value)) yield* texts(entry, [...path, key]);
}

interface Found {
  kind: 'template' | 'condition';
  text: string;
  path: Inner;
}
const kept = new WeakMap<JsonObject, { hints: Manifest['hints']; found: Found[] }>();

/** Templates and conditions of a config, kept with the object: an edit elsewhere leaves it as it is. */
function configTexts(config: JsonObject, hints: Manifest['hints']): Found[] {
  const known = kept.get(config);
  if (known?.hints === hints) return known.found;
  const found: Found[] = [];
  for (const { text, path } of texts(config, []))
    if (isConditionField(hints, path)) found.push({ kind: 'condition', text, path });
    else if (isTemplate(text)) found.push({ kind: 'template', text, path });
  kept.set(config, { hints, found });
  return found;
}

function* lists(map: Task['map'], path: Inner): Generator<{ text: string; path: Inner }> {
  for (const [i, { items }] of (map?.over ?? []).entries())
    if (typeof items === 'string') yield { text: items, path: [...path, 'map', 'over', i, 'items'] };
}

/** Every template and condition of a workflow, in the order of the definition. */
export function* expressionTexts({ workflow, manifests }: Pick<Context, 'workflow' | 'manifests'>): Generator<ExpressionText> {
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
    const hints = manifests.get(task.operator)?.hints ?? noHints;
    const common = { task: task.id, group: null, mapped: task.map !== undefined || inMappedGroup(task.group) };
    for (const { kind, text, path } of configTexts(task.config, hints))
      yield { kind, text, path: ['tasks', index, 'config', ...path], ...common };
    for (const { text, path } of lists(task.map, ['tasks', index]))
      yield { kind: 'template', text, path, ...common, mapped: false };
  }
  for (const [index, group] of (workflow.groups ?? []).entries())
    for (const { text, path } of lists(group.map, ['groups', index]))
      yield { kind: 'template', text, path, task: null, group: group.id, mapped: false };
}
