import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { JsonObject } from '#domain/definition/schema/json.ts';
import type { Workflow } from '#domain/definition/schema/workflow.ts';
import { takeDataDirectory } from '#server/boot/data-directory.ts';
import { attemptConnections } from '#server/connections/attempt-connections.ts';
import { embeddedHost } from '#server/engine/embedded/embedded-host.ts';
import { Engine } from '#server/engine/embedded/engine.ts';
import type { Host, HostRun } from '#server/engine/host.ts';
import { createPerformer } from '#server/engine/perform/create-performer.ts';
import { patiently } from '#server/engine/embedded/patiently.ts';
import { findProgramDirectory } from '#server/engine/perform/program-directory.ts';
import type { TaskLimits } from '#server/engine/perform/task-limits.ts';
import { installExampleData } from '#server/examples/install-example-data.ts';
import { OperatorCatalog } from '#server/operators/operator-catalog.ts';
import { openVault } from '#server/secrets/open-vault.ts';
import { connectSpawner } from '#server/spawner/client.ts';
import { migrateDatabase } from '#server/store/migrate.ts';
import { openStore } from '#server/store/open-store.ts';
import { answerAlone } from './answer-alone.ts';
import { failedLogs, type FailedLog } from './failed-logs.ts';

export interface HeadlessOptions {
  /** Missing: a folder that is removed at the end. */
  dataDir?: string;
  params: JsonObject;
  /** Data directory whose `operators/` hold people's own operators; missing: that of the run. */
  operatorsOf?: string;
  graceSec: number;
  /** Most that is kept of one attempt's log, in bytes; missing: as in the engine. */
  logCapBytes?: number;
  /** What each process of a task may use, unless its config says otherwise. */
  limits?: TaskLimits;
  /** What to say to a task that asks a person: nobody is there. Without it such a run is cancelled. */
  approve?: boolean;
  /** Told when a task asks a person, and what is done about it. */
  asked?(task: string, words: string): void;
  /** What HTTP tasks may reach although it is special. */
  httpAllow?: string[];
  /** Cancels the run; what is due of its clean-up still runs. */
  signal: AbortSignal;
  /** Told at the end, when tasks failed: the last lines of their logs. */
  failed?(logs: FailedLog[]): void;
}

/** Runs one workflow to its end with the embedded engine, its own spawner and a database of its own; nothing is published or scheduled. */
export async function runHeadless(workflow: Workflow, options: HeadlessOptions): Promise<HostRun> {
  const temporary = options.dataDir === undefined;
  const dataDir = options.dataDir ?? mkdtempSync(path.join(os.tmpdir(), 'drawloom-run-'));
  const directory = takeDataDirectory(dataDir, Date.now());
  if (temporary) installExampleData(dataDir);
  const url = `file:${path.join(dataDir, 'drawloom.db')}`;
  await migrateDatabase(url);
  const store = await openStore({ url, role: 'engine', durability: temporary ? 'D1' : 'D2' });
  const { mask, connection, scope } = await attemptConnections(store, await openVault(dataDir, store), patiently);
  const operators = new OperatorCatalog(options.operatorsOf ?? dataDir);
  const child = await startSpawner(dataDir);
  const spawner = connectSpawner({ dataDir });
  let crash!: (error: unknown) => void;
  const crashed = new Promise<never>((_, reject) => (crash = reject));
  const engine = new Engine({
    store,
    catalog: () => operators.manifests,
    schedule: false,
    mask: (value) => mask.json(value),
    performer: (reports) =>
      createPerformer({
        dataDir,
        spawner,
        reports,
        graceSec: options.graceSec,
        ...(options.logCapBytes === undefined ? {} : { logCapBytes: options.logCapBytes }),
        ...(options.limits ? { limits: options.limits } : {}),
        network: { allow: options.httpAllow ?? [], ownPorts: [] },
        mask,
        connection,
        connectionScope: scope,
        operators,
      }),
    crashed: (error) => crash(error),
  });
  try {
    await engine.start();
    const answering = answerAlone(engine, options);
    try {
      const run = await Promise.race([crashed, runToEnd(embeddedHost(engine, 'command line'), workflow, options)]);
      options.failed?.(await failedLogs(store, run));
      return run;
    } finally {
      answering();
    }
  } finally {
    await engine.stop().catch(() => {});
    spawner.close();
    await store.close();
    child.kill('SIGTERM');
    directory.release();
    if (temporary) rmSync(dataDir, { recursive: true, force: true });
  }
}

async function runToEnd(host: Host, workflow: Workflow, { params, signal }: HeadlessOptions): Promise<HostRun> {
  const runId = await host.start({ workflow, params });
  const cancel = () => void host.deliver(runId, { type: 'cancel' }).catch(() => {});
  if (signal.aborted) cancel();
  signal.addEventListener('abort', cancel);
  try {
    return await host.ended(runId);
  } finally {
    signal.removeEventListener('abort', cancel);
  }
}

async function startSpawner(dataDir: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, [path.join(findProgramDirectory(), 'spawner.js')], {
    env: { ...process.env, DRAWLOOM_DATA: dataDir },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    // Ctrl+C reaches the whole group; the spawner must outlive the run that is being cancelled.
    detached: true,
  });
  await new Promise<void>((resolve, reject) => {
    child.once('message', () => resolve());
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`The spawner ended at once (exit ${code}).`)));
  });
  return child;
}
