/** Filters a template may use, in the order in which a completion shows them. */
export const templateFilterNames = [
  'default',
  'tojson',
  'join',
  'map',
  'length',
  'first',
  'last',
  'sort',
  'unique',
  'sum',
  'upper',
  'lower',
  'replace',
  'trim',
  'round',
  'int',
  'float',
  'add_days',
  'format',
] as const;
export type TemplateFilterName = (typeof templateFilterNames)[number];
