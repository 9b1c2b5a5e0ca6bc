import type { JsonObject } from '#domain/definition/schema/json.ts';
import type { CompiledVersion } from './compiled-version.ts';

/** Another version of its workflow that a run is moved to. */
export interface NextVersion {
  readonly version: number;
  readonly compiled: CompiledVersion;
  /** Of the run, with what the version's defaults add. */
  readonly params: JsonObject;
}
