import { timingSafeEqual } from 'node:crypto';
import { createServer, type Server, type Socket } from 'node:net';
import { Attempts } from './attempts.ts';
import { LineReader } from './line-reader.ts';
import type { EngineMessage, SpawnerMessage } from './protocol.ts';
import { removeDirectory } from './remove-directory.ts';
import { Teller } from './teller.ts';

export interface SpawnerServer {
  port: number;
  close(): void;
}

/** Listens on a loopback port of the system's choice and serves the engine that knows the token. */
export async function serveSpawner(options: { token: string; bootId: string }): Promise<SpawnerServer> {
  let engine: Socket | null = null;
  const teller = new Teller((lines) => engine?.write(lines));
  const tell = (message: SpawnerMessage) => teller.tell(message);
  const attempts = new Attempts(options.bootId, tell);

  const obey = (message: EngineMessage) => {
    if (message.type === 'start') for (const order of message.orders) attempts.start(order);
    else if (message.type === 'watch') attempts.watchOver(message.order);
    else if (message.type === 'stop') attempts.stop(message.id, message.graceMs);
    else if (message.type === 'strays')
      tell({ type: 'strays', ask: message.ask, ended: attempts.endStrays(message.home, new Set(message.current)) });
    else if (message.type === 'remove') void removeAll(message.directories);
  };

  const server: Server = createServer((socket) => {
    socket.setNoDelay(true);
    let reader = new LineReader(1024);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      if (engine === socket) engine = null;
    });
    socket.on('data', (chunk) => {
      let lines: string[];
      try {
        lines = reader.push(chunk);
      } catch {
        socket.destroy();
        return;
      }
      for (const line of lines) {
        if (socket.destroyed) return;
        const message = parse(line);
        if (engine === socket) {
          if (message) obey(message);
        } else if (message?.type === 'hello' && sameToken(message.token, options.token)) {
          engine?.destroy();
          engine = socket;
          teller.drop();
          reader = new LineReader();
          tell({ type: 'welcome', pid: process.pid, bootId: options.bootId });
        } else socket.destroy();
      }
    });
  });
  const port = await new Promise<number>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: '127.0.0.1', port: 0 }, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
  return {
    port,
    close() {
      attempts.close();
      teller.drop();
      engine?.destroy();
      server.close();
    },
  };
}

function parse(line: string): EngineMessage | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && 'type' in value ? (value as EngineMessage) : null;
  } catch {
    return null;
  }
}

function sameToken(given: unknown, token: string): boolean {
  const [a, b] = [Buffer.from(String(given)), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Directories of attempts whose end is stored, after what is asked for now. One that is left is found by the next engine. */
async function removeAll(directories: string[]): Promise<void> {
  for (const directory of directories) {
    await new Promise((resolve) => setImmediate(resolve));
    await removeDirectory(directory);
  }
}
