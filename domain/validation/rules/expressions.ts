import { isJsonObject } from '#domain/definition/json/is-json-object.ts';
import { pointer } from '#domain/definition/pointer.ts';
import type { Problem } from '#domain/definition/problem.ts';
import type { JsonObject } from '#domain/definition/schema/json.ts';
import { templateScopeNames } from '#domain/expression/template-scope-names.ts';
import { reachable } from '#domain/graph/reachable.ts';
import type { Context, Rule } from '../context.ts';
import { expressionTexts, type ExpressionText } from '../expression-texts.ts';
import { readExpression } from '../read-expression.ts';
import { notUpstream } from '../upstream-pairs.ts';

const names: ReadonlySet<string> = new Set(templateScopeNames);
/** What a task offers to those after it. */
const taskFields: readonly string[] = ['output', 'status', 'artifacts'];
/** Params that a run has: null when anything goes. */
function knownParams(params: JsonObject | undefined): ReadonlySet<string> | null {
  if (params === undefined || !isJsonObject(params['properties'])) return null;
  const more = params['additionalProperties'];
  return more === undefined || more === false ? new Set(Object.keys(params['properties'])) : null;
}
const near = (id: string, ids: Iterable<string>): string => {
  const plain = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');
  for (const other of ids) if (plain(other) === plain(id) && other !== id) return ` Did you mean "${other}"?`;
  return '';
};

interface Reading {
  reader: number;
  target: number;
  text: ExpressionText;
  id: string;
}

class Reader {
  readonly problems: Problem[] = [];
  readonly readings: Reading[] = [];
  private readonly params: ReadonlySet<string> | null;
  private readonly members = new Map<string, number[]>();
  constructor(private readonly context: Context) {
    this.params = knownParams(context.workflow.params);
    context.workflow.tasks.forEach(({ group }, node) => {
      if (group !== undefined) this.members.set(group, [...(this.members.get(group) ?? []), node]);
    });
  }

  problem(text: ExpressionText, code: string, message: string): void {
    const task = text.task === null ? {} : { task: text.task };
    this.problems.push({ code: `${text.kind}.${code}`, level: 'error', pointer: pointer(text.path), ...task, message });
  }

  read(text: ExpressionText): void {
    const read = readExpression(text.kind, text.text);
    if (read.fault !== null) return this.problem(text, 'syntax', read.fault);
    const guarded = new Set(read.guarded.map((path) => path.slice(0, 2).join('\n')));
    const told = new Set<string>();
    for (const [name, field, part] of read.paths) {
      // The same mistake is told once a text.
      const key = `${name}\n${field}\n${name === 'tasks' ? part : ''}`;
      if (told.has(key)) continue;
      told.add(key);
      if (!names.has(String(name)))
        this.problem(text, 'unknown-name', `"${name}" is not known. A ${text.kind} knows ${templateScopeNames.join(', ')}.`);
      else if ((name === 'item' || name === 'index') && !text.mapped)
        this.problem(
          text,
          'not-mapped',
          `"${name}" exists only in a mapped task. Map this task over a list, or remove "${name}".`,
        );
      else if (
        name === 'params' &&
        field !== undefined &&
        this.params !== null &&
        !this.params.has(String(field)) &&
        !guarded.has(`params\n${field}`)
      )
        this.problem(
          text,
          'unknown-param',
          `The params have no "${field}". Add it to the workflow's params.${near(String(field), this.params)}`,
        );
      else if (name === 'tasks' && field !== undefined) this.task(text, String(field), part);
    }
  }

  private task(text: ExpressionText, id: string, part: string | number | undefined): void {
    const { indexOf } = this.context;
    const target = indexOf.get(id);
    if (target === undefined) {
      const message = `There is no task "${id}".${near(id, indexOf.keys())} Choose one that comes before this one.`;
      return this.problem(text, 'unknown-task', message);
    }
    if (part !== undefined && !taskFields.includes(String(part)))
      this.problem(
        text,
        'unknown-field',
        `A task has ${taskFields.join(', ')}, but no "${part}". Write tasks.${id}.output.${part} for a field of its output.`,
      );
    const reader = text.task === null ? this.members.get(text.group ?? '')?.[0] : indexOf.get(text.task);
    if (reader !== undefined) this.readings.push({ reader, target, text, id });
  }

  /** A reading of something that has not surely ended by then. */
  late({ reader, target, text, id }: Reading): void {
    if (reader === target)
      return this.problem(text, 'loop', `"${id}" reads its own output, which does not exist yet. Read a task before it.`);
    const after = reachable(this.context.graph.down, [reader])[target] === 1;
    if (after)
      this.problem(text, 'loop', `"${id}" runs after this task, so its output does not exist yet. Read a task before this one.`);
    else
      this.problem(text, 'not-upstream', `"${id}" does not surely end before this task starts. Draw an edge from "${id}" to it.`);
  }
}

/**
 * Templates and conditions: whether they can be read, and whether what they read exists by then. Codes `template.…` and `condition.…`:
 * `syntax`, `unknown-name`, `unknown-param`, `unknown-task`, `unknown-field`, `not-mapped`, `not-upstream`, `loop`.
 */
export const expressions: Rule = (context) => {
  const reader = new Reader(context);
  for (const text of expressionTexts(context)) reader.read(text);
  for (const reading of notUpstream(context, reader.readings)) reader.late(reading);
  return reader.problems;
};
