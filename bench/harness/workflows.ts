import type { WorkflowFile } from '#domain/definition/schema/workflow.ts';

type TaskFile = WorkflowFile['tasks'][number];
const workflow = (
  id: string,
  tasks: TaskFile[],
  edges: WorkflowFile['edges'],
  more: Partial<WorkflowFile> = {},
): WorkflowFile => ({
  format: 'drawloom/workflow@1',
  id,
  name: id,
  triggers: [],
  settings: { maxActiveTasks: 100_000 },
  tasks,
  edges,
  ...more,
});

/** `length` tasks of one kind, one after the other. */
export function chain(
  id: string,
  length: number,
  operator: string,
  config: TaskFile['config'] = {},
  settings: WorkflowFile['settings'] = {},
): WorkflowFile {
  const tasks = Array.from({ length }, (_, i) => ({ id: `t${i}`, operator, config }));
  return workflow(
    id,
    tasks,
    tasks.slice(1).map((task, i) => ({ from: `t${i}`, to: task.id })),
    { settings: { maxActiveTasks: 100_000, ...settings } },
  );
}

/** root → `width` no-ops → sink, all drawn. */
export function fan(id: string, width: number): WorkflowFile {
  const middle = Array.from({ length: width }, (_, i) => ({ id: `m${i}`, operator: 'noop@1', config: {} }));
  return workflow(
    id,
    [{ id: 'root', operator: 'noop@1', config: {} }, ...middle, { id: 'sink', operator: 'noop@1', config: {} }],
    middle.flatMap((task) => [
      { from: 'root', to: task.id },
      { from: task.id, to: 'sink' },
    ]),
  );
}

/** root → `width` copies of one mapped no-op → sink: more than can be drawn. */
export function mapFan(id: string, width: number): WorkflowFile {
  return workflow(
    id,
    [
      { id: 'root', operator: 'noop@1', config: { value: Array.from({ length: width }, () => 1) } },
      {
        id: 'copy',
        operator: 'noop@1',
        config: {},
        map: { over: [{ into: 'value', items: '{{ tasks.root.output }}' }], limit: width },
      },
      { id: 'sink', operator: 'noop@1', config: { value: '{{ tasks.copy.output | sum }}' } },
    ],
    [
      { from: 'root', to: 'copy' },
      { from: 'copy', to: 'sink' },
    ],
    // Every copy is its own task run; the limit of a run would only measure the limit.
    { settings: { maxActiveTasks: width } },
  );
}

/**
 * root → `width` copies of one task, `atOnce` of them at a time → sink, whose output is how many there were. A copy has its
 * number (0, 1 …) at `into` of its config.
 */
export function mapped(
  id: string,
  width: number,
  atOnce: number,
  task: Omit<TaskFile, 'id' | 'map'>,
  into: string,
): WorkflowFile {
  return workflow(
    id,
    [
      { id: 'root', operator: 'noop@1', config: { value: Array.from({ length: width }, (_, i) => i) } },
      { id: 'copy', ...task, map: { over: [{ into, items: '{{ tasks.root.output }}' }], limit: width } },
      { id: 'sink', operator: 'noop@1', config: { value: '{{ tasks.copy.output | length }}' } },
    ],
    [
      { from: 'root', to: 'copy' },
      { from: 'copy', to: 'sink' },
    ],
    { settings: { maxActiveTasks: atOnce } },
  );
}

/** `count` shell tasks on a grid with 1.2 edges a task, all placed: the drawing of the canvas workload. Seeded by its own numbers. */
export function meadow(
  id: string,
  count: number,
  operator = 'shell@1',
  config: TaskFile['config'] = { command: 'true' },
): WorkflowFile {
  const rows = Math.ceil(Math.sqrt(count));
  const tasks = Array.from({ length: count }, (_, i) => ({ id: `t${i}`, operator, name: `Task ${i}`, config }));
  const edges: { from: string; to: string }[] = [];
  for (let i = rows; i < count; i++) {
    edges.push({ from: `t${i - rows}`, to: `t${i}` });
    if (i % 5 === 0 && i % rows > 0) edges.push({ from: `t${i - rows - 1}`, to: `t${i}` });
  }
  const positions = Object.fromEntries(
    tasks.map((task, i): [string, [number, number]] => [task.id, [Math.floor(i / rows) * 240, (i % rows) * 84]]),
  );
  return workflow(id, tasks, edges, { layout: { direction: 'LR', positions } });
}
