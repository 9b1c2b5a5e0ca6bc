import path from 'node:path';
import pino from 'pino';
import { runView } from '#domain/run/read.ts';
import { isRunFinished } from '#domain/run/status.ts';
import { triedWorkflowId } from '#domain/tries/try-workflow-id.ts';
import { configOrExit } from '#server/boot/config-or-exit.ts';
import { DataDirectoryError } from '#server/boot/data-directory-error.ts';
import { takeDataDirectory, type DataDirectory } from '#server/boot/data-directory.ts';
import { setupTokenIfNeeded } from '#server/boot/setup-token-if-needed.ts';
import { Outbox } from '#server/alerts/outbox.ts';
import { attemptConnections, type AttemptConnections } from '#server/connections/attempt-connections.ts';
import { Sweeper } from '#server/retention/sweeper.ts';
import { installExamples } from '#server/examples/install-examples.ts';
import { openVault } from '#server/secrets/open-vault.ts';
import { SecretKeyError } from '#server/secrets/secret-key-error.ts';
import { connectSpawner } from '#server/spawner/client.ts';
import { migrateApart } from '#server/store/migrate-apart.ts';
import { migrateDatabase } from '#server/store/migrate.ts';
import { openStore } from '#server/store/open-store.ts';
import { StoreUnusable } from '#server/store/store-unusable.ts';
import type { Store } from '#server/store/store.ts';
import { OperatorCatalog } from '#server/operators/operator-catalog.ts';
import { engineCommands } from './embedded/engine-commands.ts';
import { Engine } from './embedded/engine.ts';
import { isInUse } from './embedded/is-in-use.ts';
import { patiently } from './embedded/patiently.ts';
import { EngineMetrics } from './measure/engine-metrics.ts';
import { findProgramDirectory } from './perform/program-directory.ts';
import { createPerformer } from './perform/create-performer.ts';
import { sendAlert } from './perform/send-alert.ts';
import { serveCommands } from './serve-commands.ts';

/*
 * The engine process: takes the data directory, brings the database up to date, recovers, serves its commands and says
 * `ready`. Exits with 75 when another engine has the directory, 78 when directory, database or key cannot be used, 1 after a
 * defect (the launcher starts it again, and it recovers), 0 on TERM. Processes of tasks go on in every case.
 */
const config = configOrExit();
const log = pino({ name: 'engine', level: config.logLevel });

const directory = holdDirectory();
const store = await openDatabase();
await installExamples(store, config.dataDir, Date.now());
const { mask, connection, scope } = await openConnections();
const operators = new OperatorCatalog(config.dataDir).watch();
const spawner = connectSpawner({ dataDir: config.dataDir });
const engine: Engine = new Engine({
  store,
  catalog: () => operators.manifests,
  log,
  mask: (value) => mask.json(value),
  performer: (reports) =>
    createPerformer({
      dataDir: config.dataDir,
      spawner,
      reports,
      graceSec: config.graceSec,
      logCapBytes: config.logCapBytes,
      limits: {
        ...(config.taskMemoryMb === null ? {} : { memoryMb: config.taskMemoryMb }),
        ...(config.taskCpuSec === null ? {} : { cpuSec: config.taskCpuSec }),
      },
      network: { allow: config.httpAllow, ownPorts: [config.port] },
      mask,
      connection,
      connectionScope: scope,
      operators,
    }),
  meter: {
    turn: (durationMs, committed) => metrics.turn(durationMs, committed),
    stored: (run, events) => metrics.stored(run, events),
    contested: () => metrics.contested(),
  },
  drainMs: config.drainSec * 1000,
  address: config.origin ?? `http://${config.host}:${config.port}`,
  alertsStored: () => outbox.nudge(),
  crashed: () => process.exit(1),
});
const metrics = new EngineMetrics({
  decider: engine.decider,
  spawner: () => spawner.connected,
  breakers: () => engine.breakers.count(),
  dataDir: config.dataDir,
});
const sending = new AbortController();
const outbox: Outbox = new Outbox({
  store,
  now: () => engine.now(),
  send: (alert) =>
    sendAlert(alert, {
      connection,
      network: { allow: config.httpAllow, ownPorts: [config.port] },
      now: () => engine.now(),
      signal: sending.signal,
    }),
  tried: ({ id, event }, outcome, error) => {
    metrics.alert(outcome);
    if (outcome === 'sent') log.info({ alert: id, event }, 'an alert was sent');
    else log.warn({ alert: id, event, error }, outcome === 'failed' ? 'an alert was given up' : 'an alert is tried again');
  },
  unreadable: (error) => log.warn({ error: String(error) }, 'the outbox of alerts cannot be used now'),
});
await engine.start();
outbox.nudge();
const sweeper = new Sweeper({
  store,
  artifacts: directory.artifacts,
  keepRuns: config.keepRuns,
  keepRunDays: config.keepRunDays,
  keepOccurrenceDays: config.keepOccurrenceDays,
  inUse: (runId) => isInUse(store, engine.decider, runId),
  after: (ms, what) => {
    const timer = setTimeout(what, ms);
    return () => clearTimeout(timer);
  },
  now: () => engine.now(),
  swept: (what) => log.info(what, 'old runs removed'),
  failed: (error) => log.warn({ error: String(error) }, 'old runs could not be removed; tried again within the hour'),
});
engine.subscribe(({ facts, compiled, state }) => {
  if (facts.runType !== 'try') sweeper.nudge();
  else if (isRunFinished(runView(compiled.plan, state).status)) sweeper.tried(triedWorkflowId(facts.workflowId));
});
sweeper.nudge();
const server = await serveCommands(
  config.dataDir,
  engineCommands(engine, {
    durability: config.durability,
    spawner: () => spawner.connected,
    living: () => spawner.living(),
    metrics: () => metrics.text(),
    nudgeOutbox: () => outbox.nudge(),
  }),
);
const setupToken = await setupTokenIfNeeded(store);
process.send?.({ type: 'ready', ...(setupToken === null ? {} : { setupToken }) });
log.info({ port: server.port, database: store.provider, durability: config.durability }, 'ready');

let ending = false;
process.on('SIGTERM', () => void end());
process.on('SIGINT', () => void end());
// A launcher that dies without a word must not leave an engine behind.
process.on('disconnect', () => void end());

/** Admits nothing more, lets work inside the engine end for a while, and closes. */
async function end(): Promise<void> {
  if (ending) return;
  ending = true;
  await server.close();
  await engine.stop();
  sending.abort();
  await outbox.stop();
  spawner.close();
  operators.close();
  await sweeper.stop();
  await store.close();
  directory.release();
  log.info({}, 'stopped; running tasks go on');
  process.exit(0);
}

function holdDirectory(): DataDirectory {
  try {
    return takeDataDirectory(config.dataDir, Date.now());
  } catch (error) {
    return refuse(error);
  }
}

async function openDatabase(): Promise<Store> {
  try {
    const { applied } = await migrateDatabase(config.databaseUrl, (url) =>
      migrateApart(path.join(findProgramDirectory(), 'migrate-worker.js'), url),
    );
    if (applied.length > 0) log.info({ applied }, 'database brought up to date');
    return await openStore({ url: config.databaseUrl, role: 'engine', durability: config.durability });
  } catch (error) {
    return refuse(error);
  }
}

async function openConnections(): Promise<AttemptConnections> {
  try {
    return await attemptConnections(store, await openVault(config.dataDir, store), patiently);
  } catch (error) {
    return refuse(error);
  }
}

function refuse(error: unknown): never {
  const known = error instanceof DataDirectoryError || error instanceof StoreUnusable || error instanceof SecretKeyError;
  if (!known) throw error;
  process.stderr.write(`${error.code}: ${error.message}\n`);
  process.exit(error.exitCode);
}
