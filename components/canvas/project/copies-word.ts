import type { Task } from '#domain/definition/schema/workflow.ts';

/** How many copies a mapping makes, for a tag: `×6`; `×?` while a list comes from a template; null without a mapping. */
export function copiesWord(map: Task['map']): string | null {
  if (map === undefined) return null;
  const sizes = map.over.map(({ items }) => (Array.isArray(items) ? items.length : null));
  if (sizes.some((size) => size === null)) return '×?';
  const fixed = sizes as number[];
  return `×${map.combine === 'zip' ? Math.min(...fixed) : fixed.reduce((product, size) => product * size, 1)}`;
}
