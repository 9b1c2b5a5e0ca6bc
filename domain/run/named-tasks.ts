const name = /\btasks\s*(?:\.\s*([A-Za-z_][A-Za-z0-9_]*)|\[\s*(?:'([^']*)'|"([^"]*)")\s*\])/g;

/**
 * Ids of the tasks that a template names (`tasks.a.output`, `tasks['a-b'].output`), each once, in order. It reads the text
 * between `{{ }}` and `{% %}` alone. The run machine needs no more of a template than this, and carries no interpreter.
 */
export function namedTasks(template: string): string[] {
  const ids = new Set<string>();
  for (const [, expression, statement] of template.matchAll(/\{\{([\s\S]*?)\}\}|\{%([\s\S]*?)%\}/g))
    for (const found of (expression ?? statement ?? '').matchAll(name)) ids.add((found[1] ?? found[2] ?? found[3])!);
  return [...ids];
}
