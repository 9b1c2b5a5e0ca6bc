import type { JsonObject } from '#domain/definition/schema/json.ts';
import type { ListLengths } from '#domain/run/events.ts';
import type { RunType } from '#domain/run/status.ts';
import type { PretendOutcomes } from './outcome.ts';

/** Everything a person assumes about a simulated run; what is missing is filled in (`simulateScenario`). JSON: it is also the file that the command line takes. */
export interface Scenario {
  /** By task or copy, one per attempt; the last repeats. */
  outcomes?: PretendOutcomes;
  /** ms, by task or copy, one per attempt; the last repeats. */
  durations?: Record<string, number[]>;
  /** How likely an attempt fails that no outcome is given for, 0 to 1, by task; `*` stands for all others. */
  failures?: Record<string, number>;
  /** Decides what fails by chance, and how durations vary; the same seed gives the same run. */
  seed?: string;
  /** How many copies a mapped task or group has whose list is not known before the run. */
  copies?: Record<string, number>;
  params?: JsonObject;
  /** ms since the epoch. */
  logicalTime?: number;
  runType?: RunType;
  /** Whether the run is the newest of its trigger: what latest-only asks. */
  latest?: boolean;
  /** Slots by pool (-1 = no limit): with them the limits of the workflow are kept too; null: no limits at all. */
  pools?: Record<string, number> | null;
  /** Recorded lengths of the lists that hang on params; else they are computed from the params. */
  lists?: ListLengths;
}
