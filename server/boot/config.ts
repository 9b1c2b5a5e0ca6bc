import path from 'node:path';
import { ConfigError } from './config-error.ts';
import { settings } from './settings.ts';

/** Every setting in force. Paths are absolute, durations and sizes carry their unit in the name. */
export interface Config {
  host: string;
  port: number;
  /** `http(s)://host[:port]` that people type. */
  origin: string;
  dataDir: string;
  /** `file:/absolute/path` or `postgresql://…`. */
  databaseUrl: string;
  /** D2 survives power loss, D1 a killed process. */
  durability: 'D1' | 'D2';
  graceSec: number;
  /** Longest that a stop waits for work inside the engine. */
  drainSec: number;
  logCapBytes: number;
  /** Of each process of a task; null: no limit. */
  taskMemoryMb: number | null;
  taskCpuSec: number | null;
  /** 0: kept for ever. */
  keepRunDays: number;
  keepOccurrenceDays: number;
  /** Per workflow; 0: all. */
  keepRuns: number;
  /** Null: the first python3 on PATH. */
  python: string | null;
  /** Addresses, networks and names that HTTP tasks may reach although they are special. */
  httpAllow: string[];
  /** Bearer token for `/api/metrics`; null: only a signed-in admin. */
  metricsToken: string | null;
  logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
}

type Values = { [K in keyof typeof settings]: ReturnType<(typeof settings)[K]['schema']['parse']> | null };

/**
 * Reads every setting from the environment (an empty variable counts as missing) and checks it.
 * Throws ConfigError (`config.invalid`) that names each wrong variable and what it wants.
 */
export function loadConfig(env: Record<string, string | undefined> = process.env): Config {
  const wrong: { env: string; wanted: string }[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, { env: variable, preset, schema }] of Object.entries(settings)) {
    const text = env[variable] || preset;
    if (text === null) {
      values[name] = null;
      continue;
    }
    const read = schema.safeParse(text);
    if (read.success) values[name] = read.data;
    else wrong.push({ env: variable, wanted: read.error.issues[0]?.message ?? 'another value' });
  }
  if (wrong.length > 0) throw new ConfigError(wrong);
  const read = values as Values as Config;
  const host = read.host.includes(':') ? `[${read.host}]` : read.host;
  return {
    ...read,
    origin: read.origin ?? `http://${host}:${read.port}`,
    databaseUrl: read.databaseUrl ?? `file:${path.join(read.dataDir, 'drawloom.db')}`,
  };
}
