import { spawn } from 'node:child_process';
import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { createServer, request, Agent } from 'node:http';
import path from 'node:path';
import Database from 'better-sqlite3';
import { scratch } from './scratch.ts';

/** What this machine charges for the units everything is made of, in ms (median), measured in the same run. */
export interface Floors {
  /** One row in one SQLite transaction, WAL, `synchronous=FULL`. */
  commitD2: number;
  /** The same with `synchronous=NORMAL`. */
  commitD1: number;
  /** 4 KiB written and `fdatasync`. */
  fsync: number;
  /** `true` by posix_spawn from a small Node, exit seen. */
  spawn: number;
  /** One HTTP request on loopback, kept alive. */
  loopback: number;
}

const median = (samples: number[]) => [...samples].sort((a, b) => a - b)[Math.floor(samples.length / 2)] ?? NaN;

async function timed(times: number, work: () => unknown): Promise<number> {
  const samples: number[] = [];
  for (let i = 0; i < times + 5; i++) {
    const began = performance.now();
    await work();
    if (i >= 5) samples.push(performance.now() - began);
  }
  return median(samples);
}

function commitFloor(directory: string, synchronous: 'FULL' | 'NORMAL'): () => void {
  const database = new Database(path.join(directory, `${synchronous}.db`));
  database.pragma('journal_mode = WAL');
  database.pragma(`synchronous = ${synchronous}`);
  database.exec('CREATE TABLE row (id INTEGER PRIMARY KEY, text TEXT)');
  const insert = database.prepare('INSERT INTO row (text) VALUES (?)');
  const text = 'x'.repeat(400);
  return () => void insert.run(text);
}

/** Measures all floors; takes about a second. */
export async function measureFloors(): Promise<Floors> {
  const directory = scratch('floor');
  const file = openSync(path.join(directory, 'sync'), 'w');
  const page = Buffer.alloc(4096, 1);
  const server = createServer((_, response) => response.end('ok'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const ask = () =>
    new Promise<void>((resolve, reject) => {
      request({ host: '127.0.0.1', port, agent }, (response) => response.resume().on('end', resolve))
        .on('error', reject)
        .end();
    });
  try {
    return {
      commitD2: await timed(200, commitFloor(directory, 'FULL')),
      commitD1: await timed(200, commitFloor(directory, 'NORMAL')),
      fsync: await timed(100, () => {
        writeSync(file, page);
        fdatasyncSync(file);
      }),
      spawn: await timed(50, () => new Promise((resolve) => spawn('true', { stdio: 'ignore' }).once('exit', resolve))),
      loopback: await timed(100, ask),
    };
  } finally {
    agent.destroy();
    server.close();
    closeSync(file);
    rmSync(directory, { recursive: true, force: true });
  }
}
