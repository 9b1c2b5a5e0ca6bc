import type { Json } from '#domain/definition/schema/json.ts';
import type { Manifest } from '#domain/definition/schema/manifest.ts';
import type { Task, Workflow } from '#domain/definition/schema/workflow.ts';
import { expressionTexts } from '#domain/validation/expression-texts.ts';
import { readExpression } from '#domain/validation/read-expression.ts';
import { mappingOf } from './mapping-of.ts';

/** What a try of one task takes from others. */
export interface TryNeeds {
  /** Tasks right before it, in the order of the edges; the one that gives its list among them. */
  direct: string[];
  /** Tasks that its config names, wherever they stand: a try cannot go on without their values. */
  named: string[];
  /** Whether it has to have the outputs of those right before it, because its code reads them as its inputs. */
  readsInputs: boolean;
}

/** Ids of what a task reads and stands behind; tasks that do not exist are left to validation. */
export function tryNeeds(workflow: Workflow, task: Task, manifests: ReadonlyMap<string, Manifest>): TryNeeds {
  const known = new Set(workflow.tasks.map(({ id }) => id));
  const alone: Workflow = { ...workflow, tasks: [task], groups: [] };
  const named = new Set<string>();
  for (const { kind, text } of expressionTexts({ workflow: alone, manifests }))
    for (const id of readExpression(kind, text).tasks) named.add(id);
  const sources = (mappingOf(workflow, task)?.map.over ?? []).flatMap(({ items }) =>
    typeof items === 'string' ? readExpression('template', items).tasks : [],
  );
  for (const id of sources) named.add(id);
  const before = workflow.edges.filter(({ to }) => to === task.id).map(({ from }) => from);
  const isOther = (id: string) => known.has(id) && id !== task.id;
  return {
    direct: [...new Set([...before, ...sources])].filter(isOther),
    named: [...named].filter(isOther),
    readsInputs: mentionsInputs(task.config),
  };
}

/** A word in code: one that never stands there is never read. */
function mentionsInputs(value: Json): boolean {
  if (typeof value === 'string') return /\binputs\b|DRAWLOOM_INPUT\b/.test(value);
  if (Array.isArray(value)) return value.some(mentionsInputs);
  return value !== null && typeof value === 'object' && Object.values(value).some(mentionsInputs);
}
