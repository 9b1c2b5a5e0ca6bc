import { expect, test } from 'vitest';
import { ConditionFault } from './condition-fault.ts';
import { parseCondition } from './parse-condition.ts';
import { parseTemplate } from './parse-template.ts';
import { TemplateFault } from './template-fault.ts';

const words = (read: () => unknown): string => {
  try {
    read();
  } catch (error) {
    if (error instanceof TemplateFault || error instanceof ConditionFault) return error.message;
    throw error;
  }
  throw new Error('it was read');
};

test.each([
  ['{{ tasks.sum_rows.output. }}', 'The template "tasks.sum_rows.output." cannot be read: a name is missing after the dot.'],
  ['a {{ ds }} b {{ ds. }}', 'The template "ds." cannot be read: a name is missing after the dot.'],
  ['{{ ds. | upper }}', 'a name is missing after the dot.'],
  ['{{ ds..x }}', 'a name is missing after the dot.'],
  ['{{ }}', 'The template cannot be read: nothing stands in it.'],
  ['{{ ds | }}', 'a filter is missing after |.'],
  ['{{ 1 + }}', 'something is missing after +.'],
  ['{{ ds if }}', 'something is missing after if.'],
  ['{{ ds[0 }}', '] is missing at the end.'],
  ['{{ (ds }}', ') is missing at the end.'],
  ['{{ ds | default("(" }}', ') is missing at the end.'],
  ['{{ ds ts }}', 'two values stand beside each other'],
  ['{{ 1 = 2 }}', 'write == to compare.'],
  ['{{ ds ? ts }}', '? cannot stand there.'],
  ['{{ ds | "x" }}', 'only the name of a filter can follow |.'],
  ['{% foo %}', 'there is no {% foo %}, known are if, for, set and raw.'],
  ['{% endif %}', '{% endif %} belongs to no {% if %} or {% for %} before it.'],
  ['{% if ds %}x', 'is not closed'],
])('template %s', (text, sentence) => expect(words(() => parseTemplate(text))).toContain(sentence));

test.each([
  ['params.', 'The condition cannot be read: a name is missing after the dot.'],
  ['params.n >', 'something is missing after >.'],
  ['(params.n', ') is missing at the end.'],
  ['params.n = 1', 'write == to compare.'],
  ['params.n and params.m', 'write && for and, || for or, ! for not.'],
  ['params.n params.m', 'two values stand beside each other'],
  ['"a', 'a quote is not closed.'],
  ['{"a": }', '} stands where a value is expected.'],
])('condition %s', (text, sentence) => expect(words(() => parseCondition(text))).toContain(sentence));
