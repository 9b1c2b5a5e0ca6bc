import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { writePortFile } from './port-file.ts';
import { readBootId } from './process-table.ts';
import { serveSpawner } from './serve.ts';

/*
 * The spawner: the one process that starts others, kept small because a fork costs by the size of its parent. Started
 * before the engine, which finds it through `spawner.json`. It reads no configuration but `DRAWLOOM_DATA`.
 * When it ends, attempts go on under their shims and the next spawner looks after them.
 */
// Removing directories is all the pool does; each of its threads would cost memory, and with it time at every fork.
process.env.UV_THREADPOOL_SIZE ??= '1';
const dataDir = path.resolve(process.env.DRAWLOOM_DATA ?? 'data');
mkdirSync(dataDir, { recursive: true, mode: 0o700 });
const token = randomBytes(32).toString('hex');
const server = await serveSpawner({ token, bootId: readBootId() });
writePortFile(dataDir, { port: server.port, token, pid: process.pid });

const end = () => {
  server.close();
  process.exit(0);
};
process.on('SIGTERM', end);
process.on('SIGINT', end);
// A launcher that dies without a word must not leave a spawner behind.
process.on('disconnect', end);
process.send?.({ type: 'ready' });
