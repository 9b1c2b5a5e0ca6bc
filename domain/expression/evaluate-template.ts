import { forbiddenKeys } from '#domain/definition/json/forbidden-keys.ts';
import type { Json, JsonObject } from '#domain/definition/schema/json.ts';
import { applyFilter } from './apply-filter.ts';
import { binaryOperation } from './binary-operation.ts';
import { isTruthy } from './is-truthy.ts';
import { memberPath } from './member-path.ts';
import { Missing } from './missing.ts';
import { readMember } from './read-member.ts';
import { TemplateBudget } from './template-budget.ts';
import { TemplateFault } from './template-fault.ts';
import type { TemplateFilterName } from './template-filter-names.ts';
import { templateLimits } from './template-limits.ts';
import type { TemplateNode } from './template-node.ts';
import { templateTests } from './template-tests.ts';
import type { ParsedTemplate } from './parse-template.ts';
import { valueText } from './value-text.ts';

const constants: Record<string, Json> = {
  true: true,
  True: true,
  false: false,
  False: false,
  none: null,
  None: null,
  null: null,
};
type Locals = ReadonlyMap<string, Json>;

/** A list with bounds as Python slices it. */
function slice(value: Json[] | string, start: number | undefined, stop: number | undefined, step: number): Json {
  if (step === 1) return value.slice(start, stop);
  const entries = Array.isArray(value) ? value : [...value];
  const size = entries.length;
  const bound = (n: number): number => (n < 0 ? Math.max(n + size, step < 0 ? -1 : 0) : Math.min(n, step < 0 ? size - 1 : size));
  const from = start === undefined ? (step < 0 ? size - 1 : 0) : bound(start);
  const to = stop === undefined ? (step < 0 ? -1 : size) : bound(stop);
  const found: Json[] = [];
  for (let i = from; step > 0 ? i < to : i > to; i += step) found.push(entries[i] ?? null);
  return Array.isArray(value) ? found : found.join('');
}

class Evaluation {
  private readonly budget = new TemplateBudget();
  private written = 0;
  constructor(private readonly scope: JsonObject) {}

  /** A value that has to be there. */
  value(node: TemplateNode, locals: Locals): Json {
    const value = this.maybe(node, locals);
    if (value instanceof Missing) throw new TemplateFault(`${value.path} does not exist. ${value.hint}`);
    return value;
  }

  /** Text of statements; the locals are those of this block, and a loop's own do not leave it. */
  block(nodes: readonly TemplateNode[], locals: Map<string, Json>): string {
    let text = '';
    for (const node of nodes) {
      this.budget.spend();
      const piece = this.statement(node, locals);
      text += piece;
      this.written += node.type === 'If' || node.type === 'For' ? 0 : piece.length;
      this.budget.text(Math.max(this.written, text.length));
    }
    return text;
  }

  result(value: Json): Json {
    this.budget.visit(value);
    this.budget.text(typeof value === 'string' ? value.length : 0);
    return value;
  }

  private statement(node: TemplateNode, locals: Map<string, Json>): string {
    switch (node.type) {
      case 'If':
        return this.block(isTruthy(this.value(node.test, locals)) ? node.body : node.alternate, locals);
      case 'For':
        return this.loop(node, locals);
      case 'Set': {
        const name = node.assignee.type === 'Identifier' ? node.assignee.value : '';
        locals.set(name, node.value === null ? this.block(node.body, new Map(locals)) : this.value(node.value, locals));
        return '';
      }
      default: {
        const value = this.value(node, locals);
        this.budget.visit(value);
        return valueText(value);
      }
    }
  }

  private loop(node: TemplateNode & { type: 'For' }, locals: Map<string, Json>): string {
    const filtered = node.iterable.type === 'SelectExpression' ? node.iterable : null;
    const source = this.value(filtered === null ? node.iterable : filtered.lhs, locals);
    if (typeof source !== 'object' || source === null)
      throw new TemplateFault('{% for %} goes over a list or the keys of an object.');
    const names = node.loopvar.type === 'TupleLiteral' ? node.loopvar.value : [node.loopvar];
    const bind = (entry: Json, into: Map<string, Json>): void => {
      const values = names.length === 1 ? [entry] : Array.isArray(entry) && entry.length === names.length ? entry : null;
      if (values === null)
        throw new TemplateFault(`{% for %} takes ${names.length} names, but an entry is no list of ${names.length}.`);
      names.forEach((name, i) => {
        if (name.type !== 'Identifier') throw new TemplateFault('{% for %} takes plain names.');
        into.set(name.value, values[i] ?? null);
      });
    };
    const entries = (Array.isArray(source) ? source : Object.keys(source)).filter((entry) => {
      if (filtered === null) return true;
      this.budget.spend();
      const inner = new Map(locals);
      bind(entry, inner);
      return isTruthy(this.value(filtered.test, inner));
    });
    if (entries.length === 0) return this.block(node.defaultBlock, new Map(locals));
    let text = '';
    entries.forEach((entry, i) => {
      this.budget.spend(1 + locals.size);
      const inner = new Map(locals);
      inner.set('loop', { index: i + 1, index0: i, first: i === 0, last: i === entries.length - 1, length: entries.length });
      bind(entry, inner);
      text += this.block(node.body, inner);
      this.budget.text(text.length);
    });
    return text;
  }

  private maybe(node: TemplateNode, locals: Locals): Json | Missing {
    this.budget.spend();
    switch (node.type) {
      case 'IntegerLiteral':
      case 'FloatLiteral':
      case 'StringLiteral':
        return node.value;
      case 'ArrayLiteral':
      case 'TupleLiteral':
        return node.value.map((entry) => this.value(entry, locals));
      case 'ObjectLiteral': {
        const object: JsonObject = {};
        for (const [keyNode, valueNode] of node.value) {
          const key = this.value(keyNode, locals);
          if (typeof key !== 'string') throw new TemplateFault('The keys of an object are texts.');
          if (forbiddenKeys.has(key)) throw new TemplateFault(`The key "${key}" is not allowed.`);
          object[key] = this.value(valueNode, locals);
        }
        return object;
      }
      case 'Identifier':
        return this.name(node.value, locals);
      case 'MemberExpression':
        return this.member(node, locals);
      case 'BinaryExpression': {
        const operator = node.operator.value;
        const left = this.value(node.left, locals);
        if (operator === 'and') return isTruthy(left) ? this.value(node.right, locals) : left;
        if (operator === 'or') return isTruthy(left) ? left : this.value(node.right, locals);
        return binaryOperation(operator, left, this.value(node.right, locals), this.budget);
      }
      case 'UnaryExpression': {
        const value = this.value(node.argument, locals);
        if (node.operator.value === 'not') return !isTruthy(value);
        if (typeof value !== 'number') throw new TemplateFault(`"${node.operator.value}" takes a number.`);
        return node.operator.value === '-' ? 0 - value : value;
      }
      case 'Ternary':
        return this.maybe(isTruthy(this.value(node.condition, locals)) ? node.trueExpr : node.falseExpr, locals);
      case 'SelectExpression':
        return isTruthy(this.value(node.test, locals))
          ? this.maybe(node.lhs, locals)
          : new Missing('The value', 'Write "else" after the condition.');
      case 'TestExpression':
        return this.test(node, locals);
      case 'FilterExpression':
        return this.filter(node, locals);
      default:
        throw new TemplateFault(`A template cannot use ${node.type} here.`);
    }
  }

  private name(name: string, locals: Locals): Json | Missing {
    const local = locals.get(name);
    if (local !== undefined) return local;
    if (Object.hasOwn(constants, name)) return constants[name] ?? null;
    if (!forbiddenKeys.has(name) && Object.hasOwn(this.scope, name)) return this.scope[name] ?? null;
    return new Missing(name, `A template knows ${Object.keys(this.scope).join(', ')}.`);
  }

  private member(node: TemplateNode & { type: 'MemberExpression' }, locals: Locals): Json | Missing {
    const object = this.maybe(node.object, locals);
    const path = this.path(node.object, locals);
    if (node.property.type === 'SliceExpression') {
      if (object instanceof Missing) return object;
      if (!Array.isArray(object) && typeof object !== 'string')
        throw new TemplateFault(`${path} is no list and no text, it cannot be sliced.`);
      const [start, stop, step] = [node.property.start, node.property.stop, node.property.step].map((bound) => {
        const value = bound === undefined ? undefined : this.value(bound, locals);
        if (value !== undefined && value !== null && !Number.isInteger(value))
          throw new TemplateFault('A slice takes whole numbers.');
        return (value ?? undefined) as number | undefined;
      });
      if (step === 0) throw new TemplateFault('A slice cannot go in steps of 0.');
      this.budget.spend(Math.ceil(object.length / 100));
      return slice(object, start, stop, step ?? 1);
    }
    const key = node.computed ? this.value(node.property, locals) : ((node.property as { value: string | number }).value as Json);
    if (typeof key === 'string' && forbiddenKeys.has(key)) throw new TemplateFault(`${memberPath(path, key)} is not allowed.`);
    if (object instanceof Missing) return object;
    return readMember(object, key, path);
  }

  private test(node: TemplateNode & { type: 'TestExpression' }, locals: Locals): boolean {
    const operand = this.maybe(node.operand, locals);
    const name = node.test.value;
    if (name === 'defined' || name === 'undefined')
      return operand instanceof Missing === ((name === 'undefined') !== node.negate);
    if (operand instanceof Missing) throw new TemplateFault(`${operand.path} does not exist. ${operand.hint}`);
    return (templateTests[name]?.(operand) ?? false) !== node.negate;
  }

  private filter(node: TemplateNode & { type: 'FilterExpression' }, locals: Locals): Json | Missing {
    const operand = this.maybe(node.operand, locals);
    const { filter } = node;
    const positional: Json[] = [];
    const named = new Map<string, Json>();
    if (filter.type === 'CallExpression')
      for (const argument of filter.args)
        if (argument.type === 'KeywordArgumentExpression') named.set(argument.key.value, this.value(argument.value, locals));
        else positional.push(this.value(argument, locals));
    const name = (filter.type === 'CallExpression' ? filter.callee : filter) as { value: string };
    const call = {
      name: name.value as TemplateFilterName,
      positional,
      named,
      path: this.path(node.operand, locals),
      budget: this.budget,
    };
    return applyFilter(operand, call);
  }

  /** An expression as it is written, where that is short: for sentences. */
  private path(node: TemplateNode, locals: Locals): string {
    if (node.type === 'Identifier') return node.value;
    if (node.type !== 'MemberExpression') return 'the value';
    const key = node.computed
      ? node.property.type === 'StringLiteral' || node.property.type === 'IntegerLiteral'
        ? node.property.value
        : '…'
      : (node.property as { value: string | number }).value;
    return memberPath(this.path(node.object, locals), key);
  }
}

/**
 * Evaluates a parsed template over a scope of plain JSON: text, or the value itself when it is exactly one `{{ … }}`.
 * Reads own fields only, calls nothing, is bounded in steps and text (`templateLimits`). Throws `TemplateFault`.
 */
export function evaluateTemplate(parsed: ParsedTemplate, scope: JsonObject): Json {
  const evaluation = new Evaluation(scope);
  try {
    if (parsed.whole !== null) return evaluation.result(evaluation.value(parsed.whole, new Map()));
    return evaluation.block(parsed.body, new Map());
  } catch (error) {
    if (error instanceof RangeError)
      throw new TemplateFault(`The template is nested deeper than ${templateLimits.depth} levels.`);
    throw error;
  }
}
