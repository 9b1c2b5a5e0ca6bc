/** One thing that can be completed in a template. */
export interface TemplateOption {
  /** What is shown and matched: `tasks.load.output`, `upper`. */
  label: string;
  /** What stands in the text instead of the part from `from` on. */
  insert: string;
  /** Its value in the last run, or what it is. */
  detail: string;
  kind: 'value' | 'filter';
  /** Offset in the text of what it replaces: one earlier than usual where it takes the dot with it (`tasks['load-x']`). */
  from: number;
}
