import { workflowSchema } from '#domain/definition/schema/workflow.ts';
import { compilePlan } from '#domain/run/plan.ts';
import { judged, type Mismatch } from './judged.ts';

export interface WeightCase {
  id: string;
  weightRule: 'downstream' | 'upstream' | 'absolute';
  tasks: Record<string, number>;
  edges: [string, string][];
  effective: Record<string, number>;
}

/** weights: effective priorities. */
export function judgeWeight({ id, weightRule, tasks, edges, effective }: WeightCase): Mismatch | null {
  const plan = compilePlan(
    workflowSchema.parse({
      format: 'drawloom/workflow@1',
      id,
      name: id,
      triggers: [],
      tasks: Object.entries(tasks).map(([task, weight]) => ({
        id: task,
        operator: 'noop@1',
        config: {},
        priority: { weight, rule: weightRule },
      })),
      edges: edges.map(([from, to]) => ({ from, to })),
    }),
  );
  const got = Object.fromEntries(plan.tasks.map((task, node) => [task.id, plan.priority[node]]));
  return judged(id, effective, got);
}
