import { connect, createServer, type Socket } from 'node:net';

/** What the proxy does when the client sends COMMIT. */
export type AtCommit = 'pass' | 'lose-question' | 'lose-answer';

/** A wire between a store and its PostgreSQL that can be cut where it hurts. */
export interface TcpProxy {
  /** The database's URL through the proxy. */
  url: string;
  /** For the next COMMIT only: let it pass, cut before it arrives, or let it arrive and cut before the answer. */
  atCommit(what: AtCommit): void;
  /** Cuts every connection and refuses new ones, or lets them in again. */
  closed(value: boolean): void;
  stop(): Promise<void>;
}

/** Starts a proxy on a loopback port before the server of `url`. */
export async function startTcpProxy(url: string): Promise<TcpProxy> {
  const target = new URL(url);
  const pairs = new Set<[Socket, Socket]>();
  let next: AtCommit = 'pass';
  let refuse = false;
  const cut = (pair: [Socket, Socket]) => {
    pairs.delete(pair);
    for (const socket of pair) socket.destroy();
  };
  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname);
    const pair: [Socket, Socket] = [client, upstream];
    pairs.add(pair);
    for (const socket of pair) socket.on('error', () => cut(pair)).on('close', () => cut(pair));
    if (refuse) return cut(pair);
    let swallow = false;
    client.on('data', (bytes: Buffer) => {
      // A simple query: its type `Q`, its length, its text.
      const commit = bytes.includes('COMMIT\0');
      if (commit && next === 'lose-question') {
        next = 'pass';
        return cut(pair);
      }
      if (commit && next === 'lose-answer') {
        next = 'pass';
        swallow = true;
      }
      upstream.write(bytes);
    });
    upstream.on('data', (bytes: Buffer) => (swallow ? cut(pair) : client.write(bytes)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const through = new URL(url);
  through.hostname = '127.0.0.1';
  through.port = String((server.address() as { port: number }).port);
  return {
    url: through.href,
    atCommit: (what) => (next = what),
    closed(value) {
      refuse = value;
      if (value) for (const pair of [...pairs]) cut(pair);
    },
    stop: () =>
      new Promise((resolve) => {
        for (const pair of [...pairs]) cut(pair);
        server.close(() => resolve());
      }),
  };
}
