import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Where the spawner of a data directory listens, and the token it wants: `spawner.json`, mode 0600 (docs/decisions/0002). */
export interface SpawnerPort {
  port: number;
  token: string;
  pid: number;
}

const fileOf = (dataDir: string) => path.join(dataDir, 'spawner.json');

/** Writes the file in one step, so that nobody reads half of it. */
export function writePortFile(dataDir: string, content: SpawnerPort): void {
  const part = `${fileOf(dataDir)}.${content.pid}`;
  writeFileSync(part, `${JSON.stringify(content)}\n`, { mode: 0o600 });
  renameSync(part, fileOf(dataDir));
}

/** Reads the file; null when there is none or it cannot be read. */
export function readPortFile(dataDir: string): SpawnerPort | null {
  try {
    const { port, token, pid } = JSON.parse(readFileSync(fileOf(dataDir), 'utf8')) as Partial<SpawnerPort>;
    return typeof port === 'number' && typeof token === 'string' && typeof pid === 'number' ? { port, token, pid } : null;
  } catch {
    return null;
  }
}
