import type { ASTNode } from '@marcbachmann/cel-js';
import { ConditionFault } from './condition-fault.ts';
import { parseCondition } from './parse-condition.ts';

/** What a cheap condition reads of other tasks: nothing else of `tasks`, and nothing of `conn`. */
export interface CheapCondition {
  /** Tasks whose output it reads. */
  outputs: ReadonlySet<string>;
  /** Tasks whose status it reads. */
  statuses: ReadonlySet<string>;
}

/** Steps of a cheap condition; with values of `isSmallJson` each is a few thousand comparisons at most. */
const mostNodes = 32;

const operators = new Set('?: || && !_ -_ == != < <= > >= + - * / % in list map'.split(' '));
/** Functions whose work is at most in proportion to their arguments. */
const functions = new Set('has size int double string bool startsWith endsWith contains'.split(' '));

const dear = Symbol('dear');

function walk(node: ASTNode, found: { nodes: number; outputs: Set<string>; statuses: Set<string> }): void {
  if (++found.nodes > mostNodes) throw dear;
  const inner = (entries: readonly ASTNode[]) => entries.forEach((entry) => walk(entry, found));
  const { op, args } = node;
  if (op === 'value') return;
  if (op === 'id') {
    if (args === 'tasks' || args === 'conn') throw dear;
  } else if (op === '.' || op === '[]') {
    if (!readsTask(node, found)) {
      walk(args[0], found);
      if (typeof args[1] !== 'string') walk(args[1], found);
    }
  } else if (op === 'call' && functions.has(args[0])) inner(args[1]);
  else if (op === 'rcall' && functions.has(args[0])) inner([args[1], ...args[2]]);
  else if (!operators.has(op)) throw dear;
  else if (op === '!_' || op === '-_') walk(args, found);
  else if (op === 'map') args.forEach(inner);
  else inner(args as ASTNode[]);
}

/** Notes `tasks.a.output` and `tasks.a.status`; gives whether the node is one. */
function readsTask(node: ASTNode, found: { outputs: Set<string>; statuses: Set<string> }): boolean {
  const field = fieldOf(node);
  const task = field && fieldOf(field.of);
  if (!task || task.of.op !== 'id' || task.of.args !== 'tasks') return false;
  if (field.name === 'output') found.outputs.add(task.name);
  else if (field.name === 'status') found.statuses.add(task.name);
  else throw dear;
  return true;
}

function fieldOf(node: ASTNode): { of: ASTNode; name: string } | null {
  if (node.op !== '.' && node.op !== '[]') return null;
  const [of, key] = node.args;
  const name = typeof key === 'string' ? key : key.op === 'value' ? key.args : null;
  return typeof name === 'string' ? { of, name } : null;
}

const known = new Map<string, CheapCondition | null>();

/**
 * What a condition (CEL) reads when its work is bounded by what it says: few steps, no loop, no pattern, nothing but outputs and statuses of
 * tasks it names. Over small values (`isSmallJson`) it may be evaluated where nothing could end it. Null when it may not,
 * also when it cannot be read.
 */
export function cheapCondition(text: string): CheapCondition | null {
  let answer = known.get(text);
  if (answer !== undefined) return answer;
  const found = { nodes: 0, outputs: new Set<string>(), statuses: new Set<string>() };
  try {
    walk(parseCondition(text).ast, found);
    answer = { outputs: found.outputs, statuses: found.statuses };
  } catch (error) {
    if (error !== dear && !(error instanceof ConditionFault)) throw error;
    answer = null;
  }
  if (known.size >= 2000) known.clear();
  known.set(text, answer);
  return answer;
}
