import type { TemplateFilterName } from '#domain/expression/template-filter-names.ts';
import type { TemplateScopeName } from '#domain/expression/template-scope-names.ts';

/** What each name of a template is, in a few words; shown beside it while there is no value of a run. */
export const scopeHints: Record<TemplateScopeName, string> = {
  params: 'params of the run',
  tasks: 'tasks before this one',
  item: 'item of this copy',
  index: 'number of this copy, from 0',
  ds: 'day, YYYY-MM-DD',
  ts: 'logical time, ISO 8601',
  logical_time: 'logical time, ISO 8601',
  data_interval_start: 'begin of the data interval',
  data_interval_end: 'end of the data interval',
  run: 'id, number and type of the run',
  task: 'this task',
  attempt: 'number of the attempt, from 1',
  var: 'variables',
  conn: 'connections, without secrets',
};

/** What each filter does, and how it is written when it takes something. */
export const filterHints: Record<TemplateFilterName, { words: string; insert?: string }> = {
  default: { words: 'when there is none', insert: "default('')" },
  tojson: { words: 'as JSON' },
  join: { words: 'list to text', insert: "join(', ')" },
  map: { words: 'one field of each', insert: "map(attribute='name')" },
  length: { words: 'how many' },
  first: { words: 'first of a list' },
  last: { words: 'last of a list' },
  sort: { words: 'in order' },
  unique: { words: 'each once' },
  sum: { words: 'sum of numbers' },
  upper: { words: 'CAPITALS' },
  lower: { words: 'small letters' },
  replace: { words: 'text for text', insert: "replace('old', 'new')" },
  trim: { words: 'no space around' },
  round: { words: 'to digits', insert: 'round(2)' },
  int: { words: 'whole number' },
  float: { words: 'number' },
  add_days: { words: 'days later', insert: 'add_days(1)' },
  format: { words: 'date in another form', insert: "format('%Y/%m/%d')" },
};
