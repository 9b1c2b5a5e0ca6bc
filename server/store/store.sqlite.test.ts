import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import { storeContract } from './store-contract.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'drawloom-store-'));
let number = 0;

storeContract('SQLite', async () => `file:${path.join(folder, `${++number}.db`)}`);
afterAll(() => rmSync(folder, { recursive: true, force: true }));
