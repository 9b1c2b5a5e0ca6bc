import type { JsonObject } from '#domain/definition/schema/json.ts';
import type { Manifest } from '#operators/manifest.ts';
import type { NetworkRules, Runner } from '#operators/runner.ts';
import type { Spawner } from '#server/spawner/client.ts';
import type { DataFolders } from './attempt-directory.ts';
import type { Conditions } from './conditions.ts';
import type { Mask } from './mask.ts';
import type { PerformerReports } from './performer.ts';
import type { TaskLimits } from './task-limits.ts';

/** What all attempts share. */
export interface PerformParts {
  folders: DataFolders;
  reports: PerformerReports;
  spawner: Spawner;
  conditions: Conditions;
  mask: Mask;
  /** ms since the epoch. */
  now(): number;
  /** Between TERM and KILL. */
  graceMs: number;
  /** Most that is kept of one attempt's log. */
  logCapBytes: number;
  /** What each process of a task may use, unless its config says otherwise. */
  limits: TaskLimits;
  /** Where our own bundled programs lie. */
  programDirectory: string;
  /** Resolves a connection by its name, secrets filled in. */
  connection?: (name: string) => Promise<JsonObject | null>;
  /** `conn` of templates and conditions: connections by name, without secrets. */
  connectionScope?: () => Promise<JsonObject>;
  /** Which machines in-process work may reach. */
  network: NetworkRules;
  /** Allow-listed part of our own environment. */
  environment: Record<string, string>;
}

/** An operator as the performer needs it: what it is, and how it runs. */
export interface Operator {
  manifest: Manifest;
  runner: Runner;
}

/** Why an attempt is ended from outside. */
export type StopReason = 'cancelled' | 'timeout' | 'fail-fast' | 'restarting';
