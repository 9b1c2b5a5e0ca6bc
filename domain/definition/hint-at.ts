import type { FieldHint, Manifest } from './schema/manifest.ts';

/** The hint of a place in a config: its dotted path, where `*` in a hint's own path stands for any index or key. */
export function hintAt(hints: Manifest['hints'], path: readonly (string | number)[]): FieldHint | null {
  const exact = path.join('.');
  if (Object.hasOwn(hints, exact)) return hints[exact] ?? null;
  for (const [dotted, hint] of Object.entries(hints)) {
    const parts = dotted.split('.');
    if (parts.length === path.length && parts.includes('*') && parts.every((part, i) => part === '*' || part === String(path[i])))
      return hint;
  }
  return null;
}
