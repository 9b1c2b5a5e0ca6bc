import { isJsonObject } from '#domain/definition/json/is-json-object.ts';
import path from 'node:path';
import type { Json, JsonObject } from '#domain/definition/schema/json.ts';
import type { ArtifactRow } from '#server/store/store.ts';

/** The five facts of an artifact, as they stand in an output. */
export const artifactRef = ({ id, name, bytes, sha256, type }: ArtifactRow): JsonObject => ({
  $artifact: id,
  name,
  bytes,
  sha256,
  type,
});

/** A copy of `value` in which `change` may replace every object that names an artifact. Unchanged parts are shared. */
function mapRefs(value: Json, change: (ref: JsonObject & { $artifact: string }) => Json): Json {
  if (Array.isArray(value)) {
    const mapped = value.map((item) => mapRefs(item, change));
    return mapped.every((item, at) => item === value[at]) ? value : mapped;
  }
  if (!isJsonObject(value)) return value;
  if (typeof value.$artifact === 'string') return change(value as JsonObject & { $artifact: string });
  let same = true;
  const mapped: JsonObject = {};
  for (const [key, item] of Object.entries(value)) {
    mapped[key] = mapRefs(item, change);
    same &&= mapped[key] === item;
  }
  return same ? value : mapped;
}

/** What a program wrote as `{"$artifact": "<file name>"}` becomes the whole reference; a name it did not leave stays as it is. */
export function nameArtifacts(output: Json, artifacts: ArtifactRow[]): Json {
  if (artifacts.length === 0) return output;
  const byName = new Map(artifacts.map((row) => [row.name, row]));
  return mapRefs(output, (ref) => {
    const row = byName.get(ref.$artifact);
    return row ? { ...ref, ...artifactRef(row) } : ref;
  });
}

/** Adds to every artifact the `path` of its file: for rendering and for programs, never stored. Ids are checked, so that a forged one leads nowhere. */
export function withPaths(output: Json, folder: string): Json {
  return mapRefs(output, (ref) =>
    /^[0-9a-f]{32}$/.test(ref.$artifact) ? { ...ref, path: path.join(folder, ref.$artifact) } : ref,
  );
}
