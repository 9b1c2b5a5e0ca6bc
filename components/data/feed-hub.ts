import { FeedLeader, leaseMs } from './feed-leader.ts';
import type { FeedState } from './feed-state.ts';
import { lastSeq, messageKey, topicAt, topicKey, type FeedMessage, type Topic } from './feed-topics.ts';
import type { OpenUpstream } from './feed-upstream.ts';

/** What tabs say to each other. `after`: seq before the first item of `message`. */
type Word =
  | { type: 'leader' }
  | { type: 'want'; tab: string; topics: Topic[]; restart: string[] }
  | { type: 'leave'; tab: string }
  | { type: 'news'; message: FeedMessage; after: number }
  | { type: 'state'; state: FeedState };

/** The browser's part that tests replace. */
export interface FeedHubOptions {
  connect: OpenUpstream;
  /** Missing where the browser has none: then each tab has its own connection. */
  channel: BroadcastChannel | null;
  /** Calls `lead` once this tab leads; until `signal` aborts nobody else does. */
  elect: (lead: () => void, signal: AbortSignal) => void;
  tab: string;
  now: () => number;
  /** Does work a little later, so that what follows in one moment is said in one word. */
  soon: (work: () => void) => void;
}
type Listener = (message: FeedMessage) => void;
interface Followed {
  topic: Topic;
  /** Each listener, and the last seq it has been given. */
  listeners: Map<Listener, { cursor: number }>;
}
/** What the tab as a whole has of a topic: as much as the listener that has least. */
const cursorOf = ({ listeners }: Followed): number => Math.min(...[...listeners.values()].map(({ cursor }) => cursor));

/**
 * Live news for one tab. All tabs of a browser share one connection to the server: HTTP/1.1 allows six, and the seventh tab
 * would hang. One tab leads, holds it, and relays. Each seq of a topic reaches a listener once and in order.
 */
export class FeedHub {
  private readonly followed = new Map<string, Followed>();
  private readonly stateListeners = new Set<() => void>();
  private readonly closing = new AbortController();
  private leader: FeedLeader | null = null;
  private renewal: ReturnType<typeof setInterval> | undefined;
  private begun = false;
  /** Topics to begin again with the next word; null when none is due. */
  private due: Set<string> | null = null;
  private current: FeedState = 'idle';

  constructor(private readonly options: FeedHubOptions) {}

  /** Follows a topic from its seq on; gives what stops it. */
  follow(topic: Topic, listener: Listener): () => void {
    this.begin();
    const key = topicKey(topic);
    const heard: Listener = (message) => listener(message);
    const entry = this.followed.get(key) ?? { topic, listeners: new Map() };
    this.followed.set(key, entry);
    entry.listeners.set(heard, { cursor: 'after' in topic ? topic.after : 0 });
    this.announce([key]);
    return () => {
      entry.listeners.delete(heard);
      if (entry.listeners.size > 0 || this.followed.get(key) !== entry) return;
      this.followed.delete(key);
      this.announce([]);
    };
  }

  /** For useSyncExternalStore. */
  readonly onState = (listener: () => void): (() => void) => {
    this.stateListeners.add(listener);
    return () => this.stateListeners.delete(listener);
  };
  readonly state = (): FeedState => this.current;

  /** The page goes away: another tab may lead. */
  close(): void {
    this.closing.abort();
    clearInterval(this.renewal);
    this.leader?.close();
    this.send({ type: 'leave', tab: this.options.tab });
    this.options.channel?.close();
  }

  private begin(): void {
    if (this.begun) return;
    this.begun = true;
    const { channel, elect } = this.options;
    channel?.addEventListener('message', ({ data }: MessageEvent<Word>) => this.hear(data));
    this.renewal = setInterval(() => this.announce([]), leaseMs / 3);
    elect(() => this.lead(), this.closing.signal);
  }

  private lead(): void {
    this.leader = new FeedLeader(
      this.options.connect,
      (message, after) => {
        this.send({ type: 'news', message, after });
        this.take(message, after);
      },
      (state) => {
        this.send({ type: 'state', state });
        this.setState(state);
      },
      this.options.now,
    );
    this.send({ type: 'leader' });
    this.announce([...this.followed.keys()]);
  }

  private hear(word: Word): void {
    if (word.type === 'leader') this.announce([...this.followed.keys()]);
    else if (word.type === 'news') this.take(word.message, word.after);
    else if (word.type === 'state') this.setState(word.state);
    else if (word.type === 'want') this.leader?.want(word.tab, word.topics, word.restart);
    else this.leader?.leave(word.tab);
  }

  /** Says soon what this tab follows, and which of it must begin at its own seq. */
  private announce(restart: string[]): void {
    if (this.due) {
      for (const key of restart) this.due.add(key);
      return;
    }
    this.due = new Set(restart);
    this.options.soon(() => {
      const topics = [...this.followed.values()].map((entry) => topicAt(entry.topic, cursorOf(entry)));
      const again = [...(this.due ?? [])];
      this.due = null;
      if (this.closing.signal.aborted) return;
      if (this.leader) this.leader.want(this.options.tab, topics, again);
      else this.send({ type: 'want', tab: this.options.tab, topics, restart: again });
    });
  }

  private take(message: FeedMessage, after: number): void {
    const key = messageKey(message);
    const entry = this.followed.get(key);
    if (!entry) return;
    const last = lastSeq(message);
    for (const [listener, place] of [...entry.listeners]) {
      if (message.kind !== 'run' && message.kind !== 'log') listener(message);
      // Something between was missed: begin again at what this listener has.
      else if (after > place.cursor) this.announce([key]);
      else if (last !== null && last > place.cursor) {
        const fresh = { ...message, items: message.items.filter(({ seq }) => seq > place.cursor) } as FeedMessage;
        place.cursor = last;
        listener(fresh);
      }
    }
  }

  private send(word: Word): void {
    if (this.closing.signal.aborted && word.type !== 'leave') return;
    this.options.channel?.postMessage(word);
  }

  private setState(state: FeedState): void {
    if (state === this.current) return;
    this.current = state;
    for (const listener of [...this.stateListeners]) listener();
  }
}
