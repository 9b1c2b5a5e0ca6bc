import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { catalog as builtInCatalog } from '#operators/catalog.ts';
import type { JsonObject } from '#domain/definition/schema/json.ts';
import { runners as builtInRunners } from '#operators/runners.ts';
import type { Manifest } from '#operators/manifest.ts';
import type { NetworkRules, Runner } from '#operators/runner.ts';
import type { OperatorCatalog } from '#server/operators/operator-catalog.ts';
import { removeOldSnapshots } from '#server/operators/snapshot-operator.ts';
import type { Spawner } from '#server/spawner/client.ts';
import { dataFolders } from './attempt-directory.ts';
import { Conditions } from './conditions.ts';
import { LocalPerformer } from './local-performer.ts';
import { noMask, type Mask } from './mask.ts';
import { ownOperator } from './own-operators.ts';
import type { Performer, PerformerReports } from './performer.ts';
import { allowedEnvironment } from './process-environment.ts';
import { findProgramDirectory } from './program-directory.ts';
import type { TaskLimits } from './task-limits.ts';

export interface PerformerOptions {
  dataDir: string;
  /** `connectSpawner({ dataDir })`; the caller closes it after the performer. */
  spawner: Spawner;
  reports: PerformerReports;
  /** Seconds between TERM and KILL. */
  graceSec?: number;
  /** Most that is kept of one attempt's log. */
  logCapBytes?: number;
  /** What each process of a task may use, unless its config says otherwise. */
  limits?: TaskLimits;
  /** An attempt whose stdout and stderr take more on the disk is ended. */
  logFileCapBytes?: number;
  mask?: Mask;
  now?(): number;
  /** Resolves a connection by its name, secrets filled in; its secrets must be among those of `mask`. */
  connection?: (name: string) => Promise<JsonObject | null>;
  /** `conn` of templates and conditions: connections by name, without secrets. */
  connectionScope?: () => Promise<JsonObject>;
  /** Which machines in-process work may reach; by default none that is special. */
  network?: NetworkRules;
  /** Where the bundled programs lie; by default found. */
  programDirectory?: string;
  /** Our own environment, of which children get the allow-listed part. */
  env?: NodeJS.ProcessEnv;
  catalog?: Manifest[];
  /** People's own operators; missing: there are none. */
  operators?: Pick<OperatorCatalog, 'find'>;
  runners?: Record<string, () => Promise<Runner>>;
}

/** The performer of this machine. Wait for it before the first attempt: then in-process operators end inside `perform`. */
export async function createPerformer(options: PerformerOptions): Promise<Performer> {
  const programDirectory = options.programDirectory ?? findProgramDirectory();
  const catalog = options.catalog ?? builtInCatalog;
  const folders = dataFolders(options.dataDir);
  mkdirSync(folders.files, { recursive: true, mode: 0o700 });
  const performer = new LocalPerformer(
    {
      folders,
      reports: options.reports,
      spawner: options.spawner,
      conditions: new Conditions(path.join(programDirectory, 'condition-worker.js')),
      mask: options.mask ?? noMask,
      now: options.now ?? Date.now,
      graceMs: (options.graceSec ?? 10) * 1000,
      logCapBytes: options.logCapBytes ?? 10 * 1024 * 1024,
      limits: options.limits ?? {},
      programDirectory,
      network: options.network ?? { allow: [], ownPorts: [] },
      ...(options.connection ? { connection: options.connection } : {}),
      ...(options.connectionScope ? { connectionScope: options.connectionScope } : {}),
      environment: allowedEnvironment(options.env ?? process.env),
    },
    new Map(catalog.map((manifest) => [`${manifest.type}@${manifest.version}`, manifest])),
    options.runners ?? builtInRunners,
    options.logFileCapBytes ?? 1024 * 1024 * 1024,
    (name) => (options.operators ? ownOperator(options.operators, name) : null),
  );
  removeOldSnapshots(path.join(folders.cache, 'operators'), folders.attempts);
  await performer.loadOperators();
  return performer;
}
