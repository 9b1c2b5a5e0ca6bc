/** Every name that a template or a condition may begin with (definition.md), in the order in which a completion shows them. */
export const templateScopeNames = [
  'params',
  'tasks',
  'item',
  'index',
  'ds',
  'ts',
  'logical_time',
  'data_interval_start',
  'data_interval_end',
  'run',
  'task',
  'attempt',
  'var',
  'conn',
] as const;
export type TemplateScopeName = (typeof templateScopeNames)[number];
