import type { Manifest } from '#domain/definition/schema/manifest.ts';

/** Of each operator the newest version, where it stands first: what is added anew. Tasks go on with the version they name. */
export function newestVersions(catalog: readonly Manifest[]): Manifest[] {
  const newest = new Map<string, Manifest>();
  for (const manifest of catalog) {
    const before = newest.get(manifest.type);
    if (!before || manifest.version > before.version) newest.set(manifest.type, manifest);
  }
  return [...newest.values()];
}
