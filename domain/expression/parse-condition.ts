import type { ASTNode, ParseResult } from '@marcbachmann/cel-js';
import { isCheapPattern } from '#domain/definition/json-schema/is-cheap-pattern.ts';
import { celEnvironment } from './cel-environment.ts';
import { ConditionFault } from './condition-fault.ts';
import { conditionMacros } from './condition-macros.ts';
import { conditionSyntaxWords } from './condition-syntax-words.ts';

/** Loops inside each other: three over a hundred entries each are a million steps, and there is no step limit. */
const mostNested = 2;
const longest = 10_000;

function walk(node: unknown, depth: number): void {
  if (Array.isArray(node)) {
    for (const inner of node) walk(inner, depth);
    return;
  }
  if (typeof node !== 'object' || node === null || !('op' in node)) return;
  const { op, args } = node as ASTNode;
  let inner = depth;
  if (op === 'rcall' && conditionMacros.has(args[0])) {
    inner++;
    if (inner > mostNested)
      throw new ConditionFault(
        `The condition has ${inner} loops (${args[0]}) inside each other, at most ${mostNested} are allowed. Do this work in a task.`,
      );
  }
  if (op === 'rcall' && args[0] === 'matches') {
    const pattern = args[2][0];
    const fixed = pattern?.op === 'value' && typeof pattern.args === 'string' ? pattern.args : null;
    if (fixed === null || !isCheapPattern(fixed))
      throw new ConditionFault('matches takes a fixed pattern without nested repetitions, look-around or back references.');
  }
  walk(args, inner);
}

/** The library's message without its drawing of the place, as the end of a sentence. */
function summary(error: unknown): string {
  const text = (error as { summary?: unknown }).summary;
  const first = (typeof text === 'string' ? text : String((error as Error).message)).split('\n')[0] ?? '';
  return first.charAt(0).toLowerCase() + first.slice(1).replace(/\.$/, '');
}

const kept = new Map<string, ParseResult>();

/** Reads a condition (CEL), checks what can be checked without values, and keeps what was read. Throws `ConditionFault` with a sentence. */
export function parseCondition(text: string): ParseResult {
  const known = kept.get(text);
  if (known !== undefined) return known;
  if (text.trim() === '') throw new ConditionFault('The condition is empty. Write one, such as params.limit > 10.');
  if (text.length > longest) throw new ConditionFault('The condition is longer than 10,000 characters. Do this work in a task.');
  if (text.includes('{{') || text.includes('{%'))
    throw new ConditionFault('A condition is no template: write params.limit > 10, without {{ and }}.');
  let parsed: ParseResult;
  try {
    parsed = celEnvironment().parse(text);
  } catch (error) {
    const found = (error as { summary?: unknown }).summary;
    const words = typeof found === 'string' ? conditionSyntaxWords(found, text) : null;
    throw new ConditionFault(`The condition cannot be read: ${words ?? summary(error)}.`);
  }
  walk(parsed.ast, 0);
  const check = parsed.check();
  if (!check.valid) throw new ConditionFault(`The condition cannot work: ${summary(check.error)}.`);
  if (kept.size >= 2000) kept.clear();
  kept.set(text, parsed);
  return parsed;
}
