import type { Problem } from '#domain/definition/problem.ts';
import type { Rule } from '../context.ts';

function* twice(list: readonly { id: string }[], name: string, kind: string, seen: Map<string, string>): Generator<Problem> {
  for (const [index, { id }] of list.entries()) {
    const first = seen.get(id);
    if (first !== undefined)
      yield {
        code: `${kind}.duplicate`,
        level: 'error',
        pointer: `/${name}/${index}/id`,
        ...(kind === 'task' ? { task: id } : {}),
        message: `The id "${id}" stands twice${first === kind ? '' : `, also for a ${first}`}. Give this ${kind} another id.`,
      };
    else seen.set(id, kind);
  }
}

/** Ids that stand twice in their list: `task.duplicate`, `group.duplicate`, `trigger.duplicate`, `note.duplicate`. Tasks and groups share one space. */
export const duplicateIds: Rule = function* ({ workflow }) {
  const canvas = new Map<string, string>();
  yield* twice(workflow.tasks, 'tasks', 'task', canvas);
  yield* twice(workflow.groups ?? [], 'groups', 'group', canvas);
  yield* twice(workflow.triggers, 'triggers', 'trigger', new Map());
  yield* twice(workflow.notes ?? [], 'notes', 'note', new Map());
};
