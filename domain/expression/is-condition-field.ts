import type { Manifest } from '#domain/definition/schema/manifest.ts';

type Hints = Manifest['hints'];
const kept = new WeakMap<Hints, string[][]>();

/** Dotted paths of the fields that hold conditions, cut at the dots. */
function conditionPaths(hints: Hints): string[][] {
  const known = kept.get(hints);
  if (known !== undefined) return known;
  const paths = Object.entries(hints)
    .filter(([, hint]) => hint.widget === 'condition' || hint.language === 'cel')
    .map(([path]) => path.split('.'));
  kept.set(hints, paths);
  return paths;
}

/** Whether a field of a config holds a condition: it is evaluated by its operator, and never rendered (data would become code). */
export const isConditionField = (hints: Hints, path: readonly (string | number)[]): boolean =>
  conditionPaths(hints).some(
    (parts) => parts.length === path.length && parts.every((part, i) => part === '*' || part === String(path[i])),
  );
