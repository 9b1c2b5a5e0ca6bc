import type { ASTNode } from '@marcbachmann/cel-js';
import { conditionMacros } from './condition-macros.ts';
import { ConditionFault } from './condition-fault.ts';
import { parseCondition } from './parse-condition.ts';
import { collectReferences, type References } from './references.ts';

/** What a condition (CEL) reads. Never throws: one that cannot be read says so in `fault`. */
export function conditionReferences(text: string): References {
  const paths: (string | number)[][] = [];
  const guarded: (string | number)[][] = [];

  /** The fixed part of a path, or null when it begins with something else. */
  const path = (node: ASTNode, locals: ReadonlySet<string>): { path: (string | number)[]; open: boolean } | null => {
    if (node.op === 'id') return locals.has(node.args) ? null : { path: [node.args], open: true };
    if (node.op !== '.' && node.op !== '.?' && node.op !== '[]' && node.op !== '[?]') {
      read(node, locals);
      return null;
    }
    const found = path(node.args[0], locals);
    const [, key] = node.args;
    if (typeof key !== 'string' && key.op !== 'value') read(key, locals);
    const fixed = typeof key === 'string' ? key : key.op === 'value' ? key.args : null;
    if (found === null) return null;
    if (typeof fixed === 'string' || typeof fixed === 'bigint') {
      if (found.open) found.path.push(typeof fixed === 'string' ? fixed : Number(fixed));
    } else found.open = false;
    return found;
  };

  const read = (node: ASTNode, locals: ReadonlySet<string>): void => {
    switch (node.op) {
      case 'value':
        return;
      case 'id':
      case '.':
      case '.?':
      case '[]':
      case '[?]': {
        const found = path(node, locals);
        if (found !== null) paths.push(found.path);
        return;
      }
      case 'call': {
        const [name, args] = node.args;
        const [first] = args;
        if (name === 'has' && first !== undefined) {
          const found = path(first, locals);
          if (found !== null) guarded.push(found.path);
        }
        for (const argument of args) read(argument, locals);
        return;
      }
      case 'rcall': {
        const [name, target, args] = node.args;
        read(target, locals);
        const [variable] = args;
        const loop = conditionMacros.has(name) && variable?.op === 'id';
        const inner = loop ? new Set([...locals, variable.args]) : locals;
        for (const argument of loop ? args.slice(1) : args) read(argument, inner);
        return;
      }
      case 'map':
        for (const [key, value] of node.args) {
          read(key, locals);
          read(value, locals);
        }
        return;
      case '!_':
      case '-_':
        read(node.args, locals);
        return;
      default:
        for (const inner of node.args) read(inner, locals);
    }
  };

  try {
    read(parseCondition(text).ast, new Set());
    return collectReferences(paths, guarded);
  } catch (error) {
    if (!(error instanceof ConditionFault)) throw error;
    return { ...collectReferences([], []), fault: error.message };
  }
}
