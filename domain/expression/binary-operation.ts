import type { Json } from '#domain/definition/schema/json.ts';
import type { TemplateBudget } from './template-budget.ts';
import { TemplateFault } from './template-fault.ts';
import { valuesEqual } from './values-equal.ts';
import { valueText } from './value-text.ts';

const kind = (value: Json): string =>
  value === null
    ? 'null'
    : Array.isArray(value)
      ? 'a list'
      : typeof value === 'object'
        ? 'an object'
        : typeof value === 'string'
          ? 'text'
          : typeof value === 'number'
            ? 'a number'
            : 'true or false';

function arithmetic(operator: string, a: number, b: number): number | undefined {
  switch (operator) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return a / b;
    case '//':
      return Math.floor(a / b);
    case '%':
      // As in Python: the sign of the divisor.
      return a - b * Math.floor(a / b);
    case '**':
      return a ** b;
    default:
      return undefined;
  }
}
function compare(operator: string, a: number | string, b: number | string): boolean | undefined {
  switch (operator) {
    case '<':
      return a < b;
    case '<=':
      return a <= b;
    case '>':
      return a > b;
    case '>=':
      return a >= b;
    default:
      return undefined;
  }
}

/** Every operator with two sides apart from `and` and `or`. Numbers are JSON numbers; nothing is converted in silence. */
export function binaryOperation(operator: string, left: Json, right: Json, budget: TemplateBudget): Json {
  const spend = (): void => budget.spend();
  if (operator === '==') return valuesEqual(left, right, spend);
  if (operator === '!=') return !valuesEqual(left, right, spend);
  if (operator === 'in' || operator === 'not in') {
    let found: boolean | undefined;
    if (Array.isArray(right)) found = right.some((entry) => valuesEqual(entry, left, spend));
    else if (typeof right === 'string' && typeof left === 'string') found = right.includes(left);
    else if (typeof right === 'object' && right !== null && typeof left === 'string') found = Object.hasOwn(right, left);
    if (found !== undefined) return found === (operator === 'in');
  }
  if (operator === '~') {
    budget.visit(left);
    budget.visit(right);
    const [a, b] = [valueText(left), valueText(right)];
    budget.text(a.length + b.length);
    return a + b;
  }
  if (typeof left === 'number' && typeof right === 'number') {
    const value = arithmetic(operator, left, right) ?? compare(operator, left, right);
    if (typeof value === 'number' && !Number.isFinite(value))
      throw new TemplateFault(`${left} ${operator} ${right} has no finite result.`);
    if (value !== undefined) return value;
  }
  if (typeof left === 'string' && typeof right === 'string') {
    if (operator === '+') {
      budget.text(left.length + right.length);
      return left + right;
    }
    const value = compare(operator, left, right);
    if (value !== undefined) return value;
  }
  if (Array.isArray(left) && Array.isArray(right) && operator === '+') {
    budget.spend(left.length + right.length);
    return [...left, ...right];
  }
  const hint = operator === '+' && (typeof left === 'string' || typeof right === 'string') ? ' Join texts with ~.' : '';
  throw new TemplateFault(`"${operator}" does not work between ${kind(left)} and ${kind(right)}.${hint}`);
}
