import { parse, tokenize } from '@huggingface/jinja';
import { scanTemplate, type TemplatePiece } from './scan-template.ts';
import { TemplateFault } from './template-fault.ts';
import { templateFilterNames } from './template-filter-names.ts';
import { templateLimits } from './template-limits.ts';
import type { TemplateNode } from './template-node.ts';
import { templateSyntaxWords } from './template-syntax-words.ts';
import { templateTests } from './template-tests.ts';

type Tokens = ReturnType<typeof tokenize>;

/** A template that was read and found to hold only what we evaluate. */
export interface ParsedTemplate {
  body: TemplateNode[];
  /** The one expression of a field that is exactly one `{{ … }}`: it yields the value itself. */
  whole: TemplateNode | null;
}

const filters: ReadonlySet<string> = new Set(templateFilterNames);
const known = new Set([
  ...[
    'Program',
    'If',
    'For',
    'Set',
    'Identifier',
    'IntegerLiteral',
    'FloatLiteral',
    'StringLiteral',
    'ArrayLiteral',
    'TupleLiteral',
  ],
  ...[
    'ObjectLiteral',
    'MemberExpression',
    'SliceExpression',
    'BinaryExpression',
    'UnaryExpression',
    'Ternary',
    'SelectExpression',
  ],
  ...['TestExpression', 'FilterExpression', 'CallExpression', 'KeywordArgumentExpression'],
]);
const statementWords: Record<string, string> = {
  Macro: '{% macro %}',
  CallStatement: '{% call %}',
  FilterStatement: '{% filter %}',
  Break: '{% break %}',
  Continue: '{% continue %}',
  SpreadExpression: 'unpacking with *',
  KeywordSpreadExpression: 'unpacking with **',
};

/** Refuses what we do not evaluate, before anything is evaluated. */
function check(node: TemplateNode, depth: number): void {
  if (depth > templateLimits.depth) throw new TemplateFault('The template is nested too deeply. Make its expressions simpler.');
  if (!known.has(node.type)) throw new TemplateFault(`A template cannot use ${statementWords[node.type] ?? node.type}.`);
  if (node.type === 'FilterExpression') {
    const { filter } = node;
    const name =
      filter.type === 'Identifier'
        ? filter.value
        : filter.type === 'CallExpression' && filter.callee.type === 'Identifier'
          ? filter.callee.value
          : '';
    if (!filters.has(name))
      throw new TemplateFault(`The filter "${name}" is not known. Known are ${templateFilterNames.join(', ')}.`);
    check(node.operand, depth + 1);
    if (filter.type === 'CallExpression') for (const argument of filter.args) check(argument, depth + 1);
    return;
  }
  if (node.type === 'CallExpression')
    throw new TemplateFault('A template calls no functions. Use a filter, such as {{ ds | add_days(1) }}.');
  if (
    node.type === 'TestExpression' &&
    node.test.value !== 'defined' &&
    node.test.value !== 'undefined' &&
    !Object.hasOwn(templateTests, node.test.value)
  )
    throw new TemplateFault(
      `The test "is ${node.test.value}" is not known. Known are defined, undefined, ${Object.keys(templateTests).join(', ')}.`,
    );
  if (node.type === 'Set' && node.assignee.type !== 'Identifier')
    throw new TemplateFault('{% set %} takes one plain name, such as {% set day = ds %}.');
  for (const value of Object.values(node) as unknown[]) checkInside(value, depth + 1);
}
function checkInside(value: unknown, depth: number): void {
  if (Array.isArray(value)) for (const inner of value) checkInside(inner, depth);
  else if (value instanceof Map) for (const pair of value) checkInside(pair, depth);
  // Operators are tokens: their types are no nodes.
  else if (typeof value === 'object' && value !== null && 'type' in value && !/Operator$/.test(String(value.type)))
    check(value as TemplateNode, depth);
}

/** The first `{{ … }}` that cannot be read by itself: among several pieces the one to name. */
function culprit(pieces: readonly TemplatePiece[]): { text: string; cause: unknown } | null {
  for (const { kind, text } of pieces) {
    if (kind !== 'expression') continue;
    try {
      parse(tokenize(`{{${text}}}`));
    } catch (cause) {
      return { text: text.trim(), cause };
    }
  }
  return null;
}

function read(source: string): ParsedTemplate {
  const pieces = scanTemplate(source);
  const tokens: Tokens = [];
  let program: TemplateNode;
  let shown = '';
  try {
    for (const { kind, text } of pieces) {
      if (kind === 'text') {
        tokens.push({ value: text, type: 'Text' });
        continue;
      }
      shown = text.trim();
      tokens.push(...tokenize(kind === 'expression' ? `{{${text}}}` : `{%${text}%}`));
    }
    shown = pieces.length === 1 ? shown : '';
    program = parse(tokens) as unknown as TemplateNode;
  } catch (error) {
    const { text, cause } = culprit(pieces) ?? { text: shown, cause: error };
    const named = text === '' ? '' : `"${text.length > 60 ? `${text.slice(0, 60)}…` : text}" `;
    throw new TemplateFault(`The template ${named}cannot be read: ${templateSyntaxWords(cause, text)}.`);
  }
  check(program, 0);
  const body = program.type === 'Program' ? program.body : [];
  return { body, whole: pieces.length === 1 && pieces[0]?.kind === 'expression' ? (body[0] ?? null) : null };
}

const kept = new Map<string, ParsedTemplate>();

/** Reads a template and keeps what was read. Throws `TemplateFault` with a sentence. */
export function parseTemplate(source: string): ParsedTemplate {
  const known = kept.get(source);
  if (known !== undefined) return known;
  const parsed = read(source);
  if (kept.size >= 2000) kept.clear();
  kept.set(source, parsed);
  return parsed;
}
