import type { ListRow } from './list-rows.ts';

/** Names that more than one workflow of the list has. */
export function twinNames(rows: readonly ListRow[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const twins = new Set<string>();
  for (const row of rows) {
    if (row.type === 'folder') continue;
    if (seen.has(row.workflow.name)) twins.add(row.workflow.name);
    seen.add(row.workflow.name);
  }
  return twins;
}
