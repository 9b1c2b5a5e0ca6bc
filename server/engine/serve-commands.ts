import { randomBytes, timingSafeEqual } from 'node:crypto';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { answerCommand } from './answer-command.ts';
import { commandRouter } from './command-router.ts';
import type { EngineCommands } from './commands.ts';

export interface CommandServer {
  port: number;
  close(): Promise<void>;
}

/**
 * Serves the commands on 127.0.0.1, on a port the system picks, and says so in `engine.json` of the data directory
 * (docs/decisions/0002): port, token and process id, readable by its owner alone.
 */
export async function serveCommands(dataDir: string, commands: EngineCommands): Promise<CommandServer> {
  const token = randomBytes(32).toString('hex');
  const expected = Buffer.from(`Bearer ${token}`);
  const trusts = (header: string | undefined): boolean => {
    const given = Buffer.from(header ?? '');
    return given.length === expected.length && timingSafeEqual(given, expected);
  };
  const router = commandRouter(commands);
  const server = createServer((request, response) => {
    void answerCommand(router, { trusted: trusts(request.headers.authorization) }, request, response);
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const file = path.join(dataDir, 'engine.json');
  // Made beside and moved over it: nobody reads half a file.
  writeFileSync(`${file}.new`, JSON.stringify({ port, token, pid: process.pid }), { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return {
    port,
    close: () =>
      new Promise((resolve) => {
        rmSync(file, { force: true });
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
