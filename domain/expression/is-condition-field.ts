import { hintAt } from '#domain/definition/hint-at.ts';
import type { Manifest } from '#domain/definition/schema/manifest.ts';

/** Whether a field of a config holds a condition: it is evaluated by its operator, and never rendered (data would become code). */
export function isConditionField(hints: Manifest['hints'], path: readonly (string | number)[]): boolean {
  const hint = hintAt(hints, path);
  return hint?.widget === 'condition' || hint?.language === 'cel';
}
