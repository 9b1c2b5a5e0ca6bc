import { statfs } from 'node:fs/promises';
import { machineVersion } from '#domain/run/machine-version.ts';
import type { WebProcess } from '#server/boot/web.ts';

export interface HealthOverview {
  web: { pid: number; startedAt: number; memoryBytes: number; node: string; zoneData: string | null };
  /** Null: it does not answer. */
  engine: {
    pid: number;
    startedAt: number;
    memoryBytes: number;
    node: string;
    zoneData: string | null;
    running: number;
    queued: number;
  } | null;
  /** Null: nobody knows, since the engine does not answer. */
  spawner: boolean | null;
  /** Python of Python tasks; null: none was found. */
  python: string | null;
  /** Null: it does not answer. */
  database: { provider: 'sqlite' | 'postgres'; version: string; bytes: number; answerMs: number } | null;
  durability: 'D1' | 'D2';
  disk: { path: string; freeBytes: number; totalBytes: number } | null;
  /** Of the product; null: nobody knows, since the engine does not answer. */
  version: string | null;
  /** Of the run machine. */
  machine: number;
}

/** How the parts of the product are now. What does not answer is null, never an error. `at` is ms since the epoch. */
export async function getOverview({ store, engine, config }: WebProcess, at: number): Promise<HealthOverview> {
  const begun = performance.now();
  const [status, database, disk] = await Promise.all([
    engine.status().catch(() => null),
    store.health.about().then(
      (about) => ({ provider: store.provider, ...about, answerMs: performance.now() - begun }),
      () => null,
    ),
    statfs(config.dataDir).then(
      ({ bsize, bavail, blocks }) => ({ path: config.dataDir, freeBytes: bsize * bavail, totalBytes: bsize * blocks }),
      () => null,
    ),
  ]);
  return {
    web: {
      pid: process.pid,
      startedAt: Math.round(at - process.uptime() * 1000),
      memoryBytes: process.memoryUsage.rss(),
      node: process.versions.node,
      zoneData: process.versions['tz'] ?? null,
    },
    engine: status && {
      pid: status.pid,
      startedAt: status.startedAt,
      memoryBytes: status.memoryBytes,
      node: status.node,
      zoneData: status.zoneData,
      running: status.running,
      queued: status.queued,
    },
    spawner: status && status.spawner,
    python: status && status.python,
    database,
    durability: status?.durability ?? config.durability,
    disk,
    version: status && status.version,
    machine: machineVersion,
  };
}
