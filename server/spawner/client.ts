import { connect, type Socket } from 'node:net';
import { LineReader } from './line-reader.ts';
import { readPortFile } from './port-file.ts';
import type { EngineMessage, ProcessRef, ShimEnd, SpawnerMessage, StartOrder, WatchOrder } from './protocol.ts';

/** What the spawner tells of attempts. */
export interface SpawnerListener {
  started(id: string, at: number, process: ProcessRef): void;
  refused(id: string, code: string, message: string): void;
  ended(id: string, end: ShimEnd): void;
}

/** The engine's way to the spawner. Orders given while there is no connection wait for the next one. */
export interface Spawner {
  readonly connected: boolean;
  /** One listener; set it before the first order. */
  listen(listener: SpawnerListener): void;
  /** Starts an attempt; `started` or `refused` follows, exactly one start happens even over a broken connection. */
  start(order: StartOrder): void;
  /** Looks after an attempt of an earlier engine; gives its process while it lives (`ended` follows), else null. */
  watch(order: WatchOrder): Promise<ProcessRef | null>;
  stop(id: string, graceMs: number): void;
  /** Ends processes with a cookie of `home` that is not among `current`; gives how many. */
  endStrays(home: string, current: string[]): Promise<number>;
  /** Attempts whose process it looks after, as far as we know. */
  living(): string[];
  /** Removes directories of attempts that are taken over, without waiting. */
  remove(directory: string): void;
  close(): void;
}

/** Directories to be removed go out behind the next start, so that it need not wait for them; without one after so long. */
const removeWithinMs = 20;
/** Connections that break on one order before it counts as what breaks them. */
const mostBreaks = 2;
const firstRetryMs = 25;
/** A look at a file and a connection to this machine: cheap enough to be asked often, since a recovery waits for it. */
const longestRetryMs = 100;

class SpawnerConnection implements Spawner {
  connected = false;
  private socket: Socket | null = null;
  private closed = false;
  private retry: NodeJS.Timeout | null = null;
  private retryMs = firstRetryMs;
  private listener: SpawnerListener | null = null;
  /** Ordered and not answered yet: ordered again on the next connection (a start that happened is not repeated). */
  private readonly starting = new Map<string, StartOrder>();
  /** Lives as far as we know: watched again on the next connection, since its end may have been told to nobody. */
  private readonly alive = new Map<string, WatchOrder>();
  private readonly stopping = new Map<string, number>();
  /** Orders among those that were sent and not answered when a connection broke: how often that was. Each is sent alone now. */
  private readonly suspects = new Map<string, number>();
  /** Sent on this connection. */
  private readonly sent = new Set<string>();
  private readonly watching = new Map<string, { order: WatchOrder; done: (process: ProcessRef | null) => void }>();
  private readonly asks = new Map<number, { home: string; current: string[]; done: (ended: number) => void }>();
  private nextAsk = 1;
  private batch: StartOrder[] = [];
  private removals: string[] = [];
  private removing: NodeJS.Timeout | null = null;
  private flushing = false;

  constructor(private readonly dataDir: string) {
    this.connect();
  }

  listen(listener: SpawnerListener): void {
    this.listener = listener;
  }

  start(order: StartOrder): void {
    this.starting.set(order.id, order);
    this.batch.push(order);
    this.flushSoon();
  }

  watch(order: WatchOrder): Promise<ProcessRef | null> {
    return new Promise((done) => {
      this.watching.set(order.id, { order, done });
      this.say({ type: 'watch', order });
    });
  }

  stop(id: string, graceMs: number): void {
    this.stopping.set(id, graceMs);
    // After the start it is about, should that still wait in this turn's batch.
    this.flush();
    this.say({ type: 'stop', id, graceMs });
  }

  endStrays(home: string, current: string[]): Promise<number> {
    return new Promise((done) => {
      const ask = this.nextAsk++;
      this.asks.set(ask, { home, current, done });
      this.say({ type: 'strays', ask, home, current });
    });
  }

  living(): string[] {
    return [...this.alive.keys()];
  }

  remove(directory: string): void {
    this.removals.push(directory);
    this.removing ??= setTimeout(() => this.flush(), removeWithinMs);
  }

  close(): void {
    this.flush();
    this.closed = true;
    this.connected = false;
    if (this.retry) clearTimeout(this.retry);
    this.socket?.end();
  }

  private connect(): void {
    const place = readPortFile(this.dataDir);
    if (!place) return this.connectLater();
    const socket = connect({ host: '127.0.0.1', port: place.port });
    this.socket = socket;
    socket.setNoDelay(true);
    const reader = new LineReader();
    socket.on('connect', () => socket.write(`${JSON.stringify({ type: 'hello', token: place.token })}\n`));
    socket.on('data', (chunk) => {
      for (const line of reader.push(chunk)) if (this.socket === socket) this.hear(JSON.parse(line) as SpawnerMessage);
    });
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      if (this.socket !== socket) return;
      this.socket = null;
      this.connected = false;
      if (!this.closed) this.suspectUnanswered();
      this.connectLater();
    });
  }

  private connectLater(): void {
    if (this.closed) return;
    this.retry = setTimeout(() => this.connect(), this.retryMs);
    this.retryMs = Math.min(longestRetryMs, this.retryMs * 2);
  }

  /** Sends now, or never: what matters is kept in the maps above and said again on the next connection. */
  private say(message: EngineMessage): void {
    if (this.connected) this.socket?.write(`${JSON.stringify(message)}\n`);
  }

  /** Starts of one turn of the loop go out together, and what is to be removed behind them. */
  private flushSoon(): void {
    if (this.flushing) return;
    this.flushing = true;
    queueMicrotask(() => this.flush());
  }

  private flush(): void {
    this.flushing = false;
    if (this.removing) clearTimeout(this.removing);
    this.removing = null;
    const { batch: orders, removals: directories, socket } = this;
    this.batch = [];
    socket?.cork();
    if (orders.length > 0) this.send(orders);
    if (directories.length > 0 && this.connected) {
      this.say({ type: 'remove', directories });
      this.removals = [];
    }
    socket?.uncork();
  }

  private greet(): void {
    this.connected = true;
    this.retryMs = firstRetryMs;
    for (const order of this.alive.values()) this.say({ type: 'watch', order });
    for (const { order } of this.watching.values()) this.say({ type: 'watch', order });
    // Before the starts, and sparing them: what was ordered after the question is no stray.
    const ours = [...this.starting.values(), ...this.alive.values()].map(({ cookie }) => cookie);
    for (const [ask, { home, current }] of this.asks) this.say({ type: 'strays', ask, home, current: [...current, ...ours] });
    this.batch = [...this.starting.values()].filter(({ id }) => !this.suspects.has(id));
    this.flush();
    for (const [id, graceMs] of this.stopping) this.say({ type: 'stop', id, graceMs });
    this.sendSuspect();
  }

  private send(orders: StartOrder[]): void {
    if (!this.connected) return;
    for (const { id } of orders) this.sent.add(id);
    this.say({ type: 'start', orders });
  }

  /** A connection that broke may have been broken by an order: by one of those it took with it. */
  private suspectUnanswered(): void {
    for (const id of this.sent) {
      const order = this.starting.get(id);
      if (!order) continue;
      const breaks = (this.suspects.get(id) ?? 0) + 1;
      this.suspects.set(id, breaks);
      if (breaks < mostBreaks) continue;
      this.forget(id);
      // As a loss of our own: it is tried again, as often as such losses are, and then given up as poison.
      this.listener?.refused(id, 'lost', 'lost: what starts processes ended each time before it had started this one');
    }
    this.sent.clear();
  }

  /** The next of the suspects, those seen least often first, when the one before has been answered. */
  private sendSuspect(): void {
    const asked = [...this.sent].some((id) => this.suspects.has(id) && this.starting.has(id));
    const [next] = [...this.suspects].sort((a, b) => a[1] - b[1])[0] ?? [];
    const order = next === undefined || asked ? undefined : this.starting.get(next);
    if (!order) return;
    this.send([order]);
    const graceMs = this.stopping.get(order.id);
    if (graceMs !== undefined) this.say({ type: 'stop', id: order.id, graceMs });
  }

  private hear(message: SpawnerMessage): void {
    if (message.type === 'welcome') return this.greet();
    if (message.type === 'strays') {
      this.asks.get(message.ask)?.done(message.ended);
      this.asks.delete(message.ask);
      return;
    }
    const { id } = message;
    if (message.type === 'started') {
      const order = this.starting.get(id);
      if (!order) return;
      this.starting.delete(id);
      this.answered(id);
      this.alive.set(id, { id, cookie: order.cookie, directory: order.directory, process: message.process });
      this.listener?.started(id, message.at, message.process);
    } else if (message.type === 'refused') {
      this.forget(id);
      this.listener?.refused(id, message.code, message.message);
    } else if (message.type === 'ended') {
      if (!this.alive.has(id)) return;
      this.forget(id);
      this.listener?.ended(id, message.end);
    } else this.heardWatching(id, message.process);
  }

  private heardWatching(id: string, process: ProcessRef | null): void {
    const asked = this.watching.get(id);
    if (asked) {
      this.watching.delete(id);
      if (process) this.alive.set(id, { ...asked.order, process });
      asked.done(process);
    } else if (!process && this.alive.has(id)) {
      const stopped = this.stopping.has(id);
      this.forget(id);
      this.listener?.ended(id, { at: Date.now(), exitCode: null, stopped });
    }
  }

  private forget(id: string): void {
    this.starting.delete(id);
    this.alive.delete(id);
    this.stopping.delete(id);
    this.answered(id);
  }

  private answered(id: string): void {
    this.sent.delete(id);
    if (this.suspects.delete(id) && this.connected) this.sendSuspect();
  }
}

/** Connects to the spawner of a data directory, and again whenever the connection breaks. Never throws; see `connected`. */
export function connectSpawner(options: { dataDir: string }): Spawner {
  return new SpawnerConnection(options.dataDir);
}
