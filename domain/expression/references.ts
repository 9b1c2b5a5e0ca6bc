import { isTemplate } from './is-template.ts';
import { parseTemplate } from './parse-template.ts';
import { TemplateFault } from './template-fault.ts';
import type { TemplateNode } from './template-node.ts';

/** What a template or a condition reads. */
export interface References {
  /** Ids of the tasks it reads (`tasks.x.…`), in order of appearance, each once. */
  tasks: string[];
  /** First fields of `params` it reads. */
  params: string[];
  /** Every name it begins with that is not its own. */
  names: string[];
  /** Every path it reads as far as it is fixed, such as `['tasks', 'count', 'output', 'rows']`; an index is a number. */
  paths: (string | number)[][];
  /** Paths whose absence is provided for, by `default` or `is defined` (or `has` in a condition): they may name what does not exist. */
  guarded: (string | number)[][];
  /** A sentence when it cannot be read at all; the lists are then empty. */
  fault: string | null;
}

const constants = new Set(['true', 'True', 'false', 'False', 'none', 'None', 'null']);

/** Collects paths into the lists of `References`. */
export function collectReferences(paths: (string | number)[][], guarded: (string | number)[][]): References {
  const tasks = new Set<string>();
  const params = new Set<string>();
  const names = new Set<string>();
  for (const [name, field] of paths) {
    names.add(String(name));
    if (name === 'tasks' && field !== undefined) tasks.add(String(field));
    if (name === 'params' && field !== undefined) params.add(String(field));
  }
  return { tasks: [...tasks], params: [...params], names: [...names], paths, guarded, fault: null };
}

class Walk {
  readonly paths: (string | number)[][] = [];
  readonly guarded: (string | number)[][] = [];

  all(nodes: readonly TemplateNode[], locals: Set<string>): void {
    for (const node of nodes) this.node(node, locals);
  }

  node(node: TemplateNode, locals: Set<string>): void {
    switch (node.type) {
      case 'Identifier':
      case 'MemberExpression':
        this.read(node, locals);
        return;
      case 'If':
        this.node(node.test, locals);
        this.all(node.body, locals);
        this.all(node.alternate, locals);
        return;
      case 'For': {
        const inner = new Set([...locals, 'loop']);
        for (const name of node.loopvar.type === 'TupleLiteral' ? node.loopvar.value : [node.loopvar])
          if (name.type === 'Identifier') inner.add(name.value);
        const filtered = node.iterable.type === 'SelectExpression' ? node.iterable : null;
        this.node(filtered?.lhs ?? node.iterable, locals);
        if (filtered !== null) this.node(filtered.test, inner);
        this.all(node.body, inner);
        this.all(node.defaultBlock, locals);
        return;
      }
      case 'Set':
        if (node.value === null) this.all(node.body, locals);
        else this.node(node.value, locals);
        if (node.assignee.type === 'Identifier') locals.add(node.assignee.value);
        return;
      case 'ObjectLiteral':
        for (const [key, value] of node.value) this.all([key, value], locals);
        return;
      case 'FilterExpression': {
        const { filter } = node;
        const name = filter.type === 'CallExpression' ? filter.callee : filter;
        if (name.type === 'Identifier' && name.value === 'default') this.guard(node.operand, locals);
        this.node(node.operand, locals);
        if (filter.type === 'CallExpression') this.all(filter.args, locals);
        return;
      }
      case 'TestExpression':
        if (node.test.value === 'defined' || node.test.value === 'undefined') this.guard(node.operand, locals);
        this.node(node.operand, locals);
        return;
      case 'KeywordArgumentExpression':
        this.node(node.value, locals);
        return;
      default:
        this.children(node, locals);
    }
  }

  private children(node: TemplateNode, locals: Set<string>): void {
    for (const [key, value] of Object.entries(node) as [string, unknown][]) {
      if (key === 'operator') continue;
      for (const inner of Array.isArray(value) ? (value as unknown[]) : [value])
        if (typeof inner === 'object' && inner !== null && 'type' in inner) this.node(inner as TemplateNode, locals);
    }
  }

  /** The fixed part of a path, or null when it begins with something else; whatever stands in brackets is read as well. */
  private path(node: TemplateNode, locals: Set<string>, readInner: boolean): { path: (string | number)[]; open: boolean } | null {
    if (node.type === 'Identifier')
      return locals.has(node.value) || constants.has(node.value) ? null : { path: [node.value], open: true };
    if (node.type !== 'MemberExpression') {
      if (readInner) this.node(node, locals);
      return null;
    }
    const found = this.path(node.object, locals, readInner);
    const { property } = node;
    const fixed =
      !node.computed || property.type === 'StringLiteral' || property.type === 'IntegerLiteral'
        ? (property as { value: string | number }).value
        : null;
    if (fixed === null && readInner) this.node(property, locals);
    if (found === null) return null;
    if (fixed === null) found.open = false;
    else if (found.open) found.path.push(fixed);
    return found;
  }

  private read(node: TemplateNode, locals: Set<string>): void {
    const found = this.path(node, locals, true);
    if (found !== null) this.paths.push(found.path);
  }
  private guard(node: TemplateNode, locals: Set<string>): void {
    const found = this.path(node, locals, false);
    if (found !== null) this.guarded.push(found.path);
  }
}

/** What a text reads: nothing unless it is a template. Never throws: a template that cannot be read says so in `fault`. */
export function references(text: string): References {
  if (!isTemplate(text)) return collectReferences([], []);
  try {
    const walk = new Walk();
    walk.all(parseTemplate(text).body, new Set());
    return collectReferences(walk.paths, walk.guarded);
  } catch (error) {
    if (!(error instanceof TemplateFault)) throw error;
    return { ...collectReferences([], []), fault: error.message };
  }
}
