/** Where a core operator keeps its script. */
export interface ScriptField {
  /** Field of `Task.config`. */
  field: string;
  /** Ending of the file a directory export writes. */
  extension: 'py' | 'sql' | 'sh' | 'js';
}

const fields: Record<string, ScriptField> = {
  python: { field: 'code', extension: 'py' },
  javascript: { field: 'code', extension: 'js' },
  sql: { field: 'query', extension: 'sql' },
  shell: { field: 'command', extension: 'sh' },
};

/**
 * The script of an operator (`python@1`), or null. Part of the file format: only these fields of a config are written as
 * lines and read back from lines. Which other arrays of strings are text cannot be told without the operator's schema, and a file must mean
 * the same to a reader that does not have the operator.
 */
export function scriptField(operator: string): ScriptField | null {
  const type = operator.slice(0, operator.lastIndexOf('@'));
  return Object.hasOwn(fields, type) ? (fields[type] ?? null) : null;
}
