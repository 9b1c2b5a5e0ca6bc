import type { Json, JsonObject } from '#domain/definition/schema/json.ts';
import type { Task, Workflow } from '#domain/definition/schema/workflow.ts';
import { conditionReferences } from '#domain/expression/condition-references.ts';
import { ConditionFault } from '#domain/expression/condition-fault.ts';
import { evaluateCondition } from '#domain/expression/evaluate-condition.ts';
import { isTruthy } from '#domain/expression/is-truthy.ts';
import { knownNames } from './known-scope.ts';
import type { PretendOutcome } from './outcome.ts';

/** What branches and short circuits answer. `sure`: their conditions read only what is known before the run. */
export interface DecidedOutcome {
  outcome: PretendOutcome;
  sure: boolean;
}

interface Case {
  port: string;
  when: string;
}

/**
 * What the tasks that decide something would answer: computed where their conditions read only params and the logical time,
 * else the first port that has an edge, or going on. `scope` is `knownScope`.
 */
export function decidedOutcomes(workflow: Workflow, scope: JsonObject): Map<string, DecidedOutcome> {
  const decided = new Map<string, DecidedOutcome>();
  for (const task of workflow.tasks) {
    const type = task.operator.slice(0, task.operator.lastIndexOf('@'));
    if (type === 'branch') decided.set(task.id, branch(workflow, task, scope));
    if (type === 'short-circuit') {
      const holds = known(task.config['when'], scope);
      decided.set(task.id, { outcome: { condition: holds ?? true }, sure: holds !== null });
    }
  }
  return decided;
}

function branch(workflow: Workflow, { id, config }: Task, scope: JsonObject): DecidedOutcome {
  const cases = (Array.isArray(config['cases']) ? config['cases'] : []).filter(isCase);
  const otherwise = typeof config['otherwise'] === 'string' ? [config['otherwise']] : [];
  const open: string[] = [];
  for (const { port, when } of cases) {
    const holds = known(when, scope);
    if (holds === null) {
      const used = new Set(workflow.edges.flatMap((edge) => (edge.from === id ? [edge.port] : [])));
      const first = [...cases.map((one) => one.port), ...otherwise].find((name) => used.has(name));
      return { outcome: { ports: first === undefined ? otherwise : [first] }, sure: false };
    }
    if (holds) open.push(port);
    if (holds && config['all'] !== true) break;
  }
  return { outcome: { ports: open.length > 0 ? open : otherwise }, sure: true };
}

/** Whether a condition holds; null when that is not known before the run. */
function known(when: Json | undefined, scope: JsonObject): boolean | null {
  if (typeof when !== 'string') return null;
  const { names, fault } = conditionReferences(when);
  if (fault !== null || names.some((name) => !knownNames.has(name))) return null;
  try {
    return isTruthy(evaluateCondition(when, scope));
  } catch (error) {
    if (error instanceof ConditionFault) return null;
    throw error;
  }
}

const isCase = (value: Json): value is JsonObject & Case =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  typeof value['port'] === 'string' &&
  typeof value['when'] === 'string';
