import { describe, expect, it } from 'vitest';
import type { CompletionScope } from '../form-context.ts';
import { completeTemplate } from './complete-template.ts';
import { insertOption } from './insert-option.ts';
import { narrowOptions } from './narrow-options.ts';

const scope: CompletionScope = {
  tasks: [
    { id: 'load', name: 'Load orders' },
    { id: 'load-x', name: 'load-x' },
  ],
  params: ['day'],
  values: { params: { day: '2026-11-24' }, tasks: { load: { output: { rows: 3, 'odd key': [{ id: 7 }] } } }, ds: '2026-11-23' },
};
const at = (marked: string, explicit = false) => {
  const caret = marked.indexOf('^');
  const text = marked.replace('^', '');
  const found = completeTemplate(text, caret, scope, { explicit });
  const options = found === null ? null : narrowOptions(found.options, found.word);
  return { text, caret, options, labels: options?.map(({ label }) => label) ?? null };
};
/** Takes the first option; `^` is the caret. */
const taken = (marked: string, explicit = false): string => {
  const { text, caret, options } = at(marked, explicit);
  const first = options?.[0];
  if (first === undefined) throw new Error('nothing is offered');
  const done = insertOption(text, caret, first);
  return `${done.text.slice(0, done.caret)}^${done.text.slice(done.caret)}`;
};

describe('completeTemplate', () => {
  it('begins with the outputs before, then params, then the other names, each with its value in the last run', () => {
    const { options } = at('{{^');
    expect(options?.slice(0, 5).map(({ label, detail }) => [label, detail])).toEqual([
      ['tasks.load.output', '{ rows, odd key }'],
      ["tasks['load-x'].output", 'what it answered'],
      ['params.day', '2026-11-24'],
      ['params', '{ day }'],
      ['tasks', '{ load }'],
    ]);
    expect(options?.find(({ label }) => label === 'ds')?.detail).toBe('2026-11-23');
    expect(at('{{ it^').labels).not.toContain('item');
  });

  it('finds a name by any of its parts, those that begin with it first', () => {
    expect(at('{{ load^').labels).toEqual(['tasks.load.output', "tasks['load-x'].output"]);
    expect(at('{{ d^').labels?.slice(0, 4)).toEqual(['ds', 'data_interval_start', 'data_interval_end', 'params.day']);
  });

  it('goes into the fields that the last run had, also into lists and odd keys', () => {
    expect(at('{{ tasks.load.^').labels).toEqual(['output', 'status', 'artifacts']);
    expect(at('{{ tasks.load.output.^').labels).toEqual(['rows', 'odd key']);
    expect(at("{{ tasks.load.output['odd key'].^").labels).toEqual(['[0]']);
    expect(at("{{ tasks.load.output['odd key'][0].^").labels).toEqual(['id']);
    expect(at('{{ tasks.load.output.rows.^').labels).toEqual([]);
  });

  it('offers keys in brackets: files of the last run, connections and what they have', () => {
    const known: CompletionScope = {
      ...scope,
      values: {
        ...scope.values,
        tasks: { load: { artifacts: { 'orders.csv': 'file', report: 'file' } } },
        conn: { shop_ro: { type: 'postgres', database: 'shop' }, 'my-api': { type: 'http' } },
      },
    };
    const done = (marked: string, nth = 0): string => {
      const caret = marked.indexOf('^');
      const text = marked.replace('^', '');
      const found = completeTemplate(text, caret, known);
      const option = narrowOptions(found?.options ?? [], found?.word ?? '')[nth];
      if (option === undefined) throw new Error('nothing is offered');
      return insertOption(text, caret, option).text;
    };
    expect(done('{{ tasks.load.artifacts[^ }}')).toBe("{{ tasks.load.artifacts['orders.csv'] }}");
    expect(done("{{ tasks.load.artifacts['re^'] }}")).toBe("{{ tasks.load.artifacts['report'] }}");
    expect(done('{{ tasks.load.artifacts[^] }}', 1)).toBe("{{ tasks.load.artifacts['report'] }}");
    expect(done('{{ tasks.load.artifacts["ord^ }}')).toBe('{{ tasks.load.artifacts["orders.csv"] }}');
    expect(done('{{ conn.^ }}')).toBe('{{ conn.shop_ro }}');
    expect(done('{{ conn.my^ }}')).toBe("{{ conn['my-api'] }}");
    expect(done('{{ conn.shop_ro.da^ }}')).toBe('{{ conn.shop_ro.database }}');
    expect(completeTemplate("{{ 'a[^", 6, known)).toBeNull();
  });

  it('offers filters behind a bar, and nothing in text, in quotes, or behind what is closed', () => {
    expect(at('{{ ds | add^').labels).toEqual(['add_days']);
    expect(at("{{ ds | default('t^").labels).toBeNull();
    expect(at('{{ ds }} and ^').labels).toBeNull();
    expect(at('tasks.^').labels).toBeNull();
    expect(at('{{ ds ^').labels).toBeNull();
  });

  it('offers everything where the person asks for it', () => {
    expect(at('day ^', true).labels?.[0]).toBe('tasks.load.output');
    expect(taken('day ^!', true)).toBe('day {{ tasks.load.output^ }}!');
  });
});

describe('insertOption', () => {
  it('adds the braces that are missing and no second ones', () => {
    expect(taken('{{^')).toBe('{{ tasks.load.output^ }}');
    expect(taken('a {{ par^ }} b {{ ds }}')).toBe('a {{ params.day^ }} b {{ ds }}');
    expect(taken('{{ par^ and {{ ds }}')).toBe('{{ params.day^ }} and {{ ds }}');
    expect(taken('{{ ds |add^ }}')).toBe('{{ ds | add_days(1)^ }}');
    expect(taken('{% if par^')).toBe('{% if params.day^ %}');
  });

  it('writes an odd name in brackets, which take the dot', () => {
    const { text, caret, options } = at('{{ tasks.^ }}');
    expect(options?.map(({ label }) => label)).toEqual(['load', 'load-x']);
    expect(insertOption(text, caret, options![1]!).text).toBe("{{ tasks['load-x'] }}");
    expect(taken('{{ tasks.load.output.od^ }}')).toBe("{{ tasks.load.output['odd key']^ }}");
    expect(taken("{{ tasks.load.output['odd key'].^ }}")).toBe("{{ tasks.load.output['odd key'][0]^ }}");
  });
});
