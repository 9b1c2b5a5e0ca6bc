import type { z } from 'zod';
import { schemaProblems } from '#domain/definition/schema-problem.ts';
import type { JsonObject } from '#domain/definition/schema/json.ts';
import {
  edgeSchema,
  groupSchema,
  noteSchema,
  settingsSchema,
  taskDefaultsSchema,
  taskSchema,
  triggerRules,
  triggerSchema,
  workflowSchema,
  type Edge,
  type Task,
} from '#domain/definition/schema/workflow.ts';
import type { Problem } from '#domain/definition/problem.ts';
import type { Rule } from '../context.ts';

type Issues = readonly z.core.$ZodIssue[];
const none: Issues = [];
const kept = new WeakMap<object, Issues>();

/** What the schema says of one thing, kept with the object: an edit elsewhere leaves it as it is. */
function issuesOf(thing: object, schema: z.ZodType, shown: object = thing): Issues {
  const known = kept.get(thing);
  if (known !== undefined) return known;
  const issues = schema.safeParse(shown).error?.issues ?? none;
  kept.set(thing, issues);
  return issues;
}

/** The same issues as problems of the whole definition. */
const problemsAt = (issues: Issues, path: (string | number)[], document: object): Problem[] =>
  issues.length === 0
    ? []
    : schemaProblems(
        issues.map((issue) => ({ ...issue, path: [...path, ...issue.path] })),
        document as JsonObject,
      );

const idForm = /^[A-Za-z0-9_.-]{1,200}$/;
const rules: ReadonlySet<string> = new Set(triggerRules);
/** Most tasks have nothing but these fields; for them the schema need not be asked, which costs ten times as much. */
const simple: ReadonlySet<string> = new Set(['id', 'operator', 'config', 'name', 'triggerRule', 'disabled', 'group']);

function isSimple({ id, operator, name, triggerRule, disabled, group, ...more }: Task): boolean {
  for (const key of Object.keys(more)) if (!simple.has(key)) return false;
  return (
    idForm.test(id) &&
    /^[a-z][a-z0-9_-]{0,99}@[0-9]{1,6}$/.test(operator) &&
    (name === undefined || name.length <= 200) &&
    rules.has(triggerRule) &&
    typeof disabled === 'boolean' &&
    (group === undefined || idForm.test(group))
  );
}
const isSimpleEdge = ({ from, port, to, label }: Edge): boolean =>
  idForm.test(from) && idForm.test(to) && port.length > 0 && port.length <= 200 && (label === undefined || label.length <= 200);

const head = workflowSchema.pick({ id: true, name: true, description: true, tags: true, owner: true, format: true });

/**
 * Fields outside of what the format allows: `definition.bounds`, `definition.value` and the like. A file with such a field is refused when it is read;
 * a draft that is being edited gets there by typing. Configs are left to their operators.
 */
export const shapes: Rule = function* ({ workflow }) {
  const { format, id, name, description, tags, owner } = workflow;
  yield* problemsAt(head.safeParse({ format, id, name, description, tags, owner }).error?.issues ?? none, [], workflow);
  const parts = { settings: settingsSchema, taskDefaults: taskDefaultsSchema };
  for (const key of ['settings', 'taskDefaults'] as const) {
    const part = workflow[key];
    if (part !== undefined) yield* problemsAt(issuesOf(part, parts[key]), [key], workflow);
  }
  const lists = { triggers: triggerSchema, groups: groupSchema, notes: noteSchema };
  for (const key of ['triggers', 'groups', 'notes'] as const)
    for (const [index, thing] of (workflow[key] ?? []).entries())
      yield* problemsAt(issuesOf(thing, lists[key]), [key, index], workflow);
  for (const [index, edge] of workflow.edges.entries())
    if (!isSimpleEdge(edge)) yield* problemsAt(issuesOf(edge, edgeSchema), ['edges', index], workflow);
  for (const [index, task] of workflow.tasks.entries())
    if (!isSimple(task)) yield* problemsAt(issuesOf(task, taskSchema, { ...task, config: {} }), ['tasks', index], workflow);
};
