import { readFileSync } from 'node:fs';
import { probeDuckdb } from './probes/duckdb.ts';
import { probeHttp } from './probes/http.ts';
import { probePostgres } from './probes/postgres.ts';
import type { Probe, ProbeAnswer, ProbeJob } from './probes/probe.ts';
import { probeSmtp } from './probes/smtp.ts';
import { probeSqlite } from './probes/sqlite.ts';
import { wordsOf } from './probes/words-of.ts';

/*
 * Tries one connection in a process of its own: a client that hangs or brings its process down takes nobody along. Reads
 * its job from standard input (arguments and variables can be read by others), answers with one line of JSON.
 */
const probes: Record<string, Probe> = {
  postgres: probePostgres,
  sqlite: probeSqlite,
  duckdb: probeDuckdb,
  http: probeHttp,
  webhook: probeHttp,
  smtp: probeSmtp,
};

async function answer(): Promise<ProbeAnswer> {
  const { connection, network } = JSON.parse(readFileSync(0, 'utf8')) as ProbeJob;
  const probe = probes[String(connection.type)];
  if (!probe) return { ok: false, message: `A connection of type ${String(connection.type)} cannot be tried.` };
  try {
    return await probe(connection, network);
  } catch (error) {
    return { ok: false, message: wordsOf(error) };
  }
}

process.stdout.write(`${JSON.stringify(await answer())}\n`, () => process.exit(0));
