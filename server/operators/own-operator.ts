import type { Manifest } from '#domain/definition/schema/manifest.ts';
import type { OperatorProblem } from '#domain/definition/operator/read-operator-file.ts';

/** A folder of `operators/` in the data directory, as it was found. */
export interface OwnOperator {
  /** Name of the folder. */
  folder: string;
  /** Absolute. */
  directory: string;
  /** `type@version`, as far as the file could be read that far. */
  name: string | null;
  title: string | null;
  /** Only of a good one: what may be used. */
  ready: { manifest: Manifest; program: OperatorProgram } | null;
  /** Why it cannot be used; none when it is ready. */
  problems: OperatorProblem[];
  /** Newest change of `operator.json`, ms since the epoch; null when there is none. */
  changedAt: number | null;
}

/** Program and arguments of an operator: absolute programs of the system, its own files relative to its folder, plain words. */
export type OperatorProgram = [ProgramPart, ...ProgramPart[]];
export type ProgramPart = { file: string } | { word: string };
