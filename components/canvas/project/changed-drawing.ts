import { portsOf } from '#domain/definition/ports.ts';
import type { Manifest } from '#domain/definition/schema/manifest.ts';
import type { Task, Workflow } from '#domain/definition/schema/workflow.ts';
import type { Box, Drawing } from './drawing.ts';

/**
 * The drawing after a change that moved nothing, such as a key in a form, made of the one before: every box but those of the changed tasks
 * stays the same object, edges and places stand. Null: more has changed, so it is to be drawn anew. `sameLook`: what is painted of it from
 * afar (names, disabled tasks) has not changed either.
 */
export function changedDrawing(
  before: { workflow: Workflow; drawing: Drawing },
  workflow: Workflow,
  manifests: ReadonlyMap<string, Manifest>,
): { drawing: Drawing; sameLook: boolean } | null {
  const old = before.workflow;
  if (
    old.edges !== workflow.edges ||
    old.groups !== workflow.groups ||
    old.layout !== workflow.layout ||
    old.tasks.length !== workflow.tasks.length
  )
    return null;
  const changed: { box: Box; task: Task }[] = [];
  for (let i = 0; i < workflow.tasks.length; i++) {
    const was = old.tasks[i] as Task;
    const is = workflow.tasks[i] as Task;
    if (was === is) continue;
    if (was.id !== is.id || was.group !== is.group || was.operator !== is.operator) return null;
    const box = before.drawing.boxes.get(is.id);
    // Inside a collapsed group: nothing of it is drawn.
    if (box === undefined) continue;
    if (!samePorts(box, was, is, manifests.get(is.operator))) return null;
    changed.push({ box, task: is });
  }
  if (changed.length === 0) return { drawing: before.drawing, sameLook: true };
  const boxes = new Map(before.drawing.boxes);
  let sameLook = true;
  for (const { box, task } of changed) {
    const title = task.name ?? task.id;
    sameLook &&= title === box.title && task.disabled === box.task?.disabled;
    boxes.set(task.id, { ...box, title, task });
  }
  return { drawing: { ...before.drawing, boxes }, sameLook };
}

function samePorts(box: Box, was: Task, is: Task, manifest: Manifest | undefined): boolean {
  // Of an operator nobody knows, the edges say the ports; they have not changed.
  if (manifest === undefined || was.config === is.config) return true;
  const ports = portsOf(manifest, is.config);
  return ports.length <= box.ports.length && portsOf(manifest, was.config).join('\n') === ports.join('\n');
}
