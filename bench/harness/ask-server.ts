import { createServer } from 'node:http';
import type { Socket } from 'node:net';

/** One request that came, as a task of a workload made it. */
export interface Ask {
  /** Path without its first slash. */
  path: string;
  /** Instants by `performance.now()`: when it came, and when its answer was sent. */
  cameAt: number;
  answeredAt: number;
}

/** A server on loopback that tasks ask: it sees them from outside, whoever runs them. */
export interface AskServer {
  /** `127.0.0.1:port`. */
  host: string;
  asks: Ask[];
  /** Called with each that came, before it is answered. */
  onAsk: (ask: Ask) => void;
  /** Resolves when no connection is left: then whatever a killed process had sent has been read. */
  quiet(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts one; each answer is `ok`, after `delayMs`. */
export async function startAskServer(delayMs = 0): Promise<AskServer> {
  const server = createServer((request, response) => {
    const ask: Ask = { path: (request.url ?? '/').slice(1), cameAt: performance.now(), answeredAt: Infinity };
    asked.asks.push(ask);
    asked.onAsk(ask);
    const answer = () => {
      ask.answeredAt = performance.now();
      response.end('ok');
    };
    if (delayMs > 0) setTimeout(answer, delayMs);
    else answer();
  });
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  const asked: AskServer = {
    host: `127.0.0.1:${port}`,
    asks: [],
    onAsk: () => {},
    async quiet() {
      for (const socket of sockets) if (!socket.closed) await new Promise((resolve) => socket.once('close', resolve));
    },
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return asked;
}
