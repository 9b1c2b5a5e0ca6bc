import type { FeedState } from './feed-state.ts';
import { lastSeq, messageKey, topicAt, topicKey, type FeedMessage, type Topic } from './feed-topics.ts';
import type { OpenUpstream, Upstream } from './feed-upstream.ts';

/** A tab that has not said what it wants for this long is gone; tabs say it three times as often. */
export const leaseMs = 60_000;

/**
 * The tab that holds the browser's one connection: follows the union of what all tabs want and hands each message on,
 * with the seq that came before it.
 */
export class FeedLeader {
  private readonly wants = new Map<string, { topics: Topic[]; until: number }>();
  /** Last seq handed on, per topic. */
  private readonly reached = new Map<string, number>();
  private upstream: Upstream | null = null;
  private open = '';

  constructor(
    private readonly connect: OpenUpstream,
    private readonly handOn: (message: FeedMessage, after: number) => void,
    private readonly say: (state: FeedState) => void,
    private readonly now: () => number,
  ) {}

  /** What a tab wants now; `restart` names topics that it needs from its own seq on. */
  want(tab: string, topics: Topic[], restart: string[]): void {
    this.wants.set(tab, { topics, until: this.now() + leaseMs });
    for (const topic of topics) {
      const key = topicKey(topic);
      if (!('after' in topic) || !restart.includes(key)) continue;
      const reached = this.reached.get(key);
      if (reached === undefined || topic.after < reached) this.reached.set(key, topic.after);
    }
    this.follow(restart);
  }

  /** The tab is closed. */
  leave(tab: string): void {
    if (this.wants.delete(tab)) this.follow([]);
  }

  close(): void {
    this.upstream?.close();
    this.upstream = null;
  }

  /** Connects anew when the union has changed, or a topic must begin again. */
  private follow(restart: string[]): void {
    const union = new Map<string, Topic>();
    for (const [tab, { topics, until }] of this.wants) {
      if (until < this.now()) {
        this.wants.delete(tab);
        continue;
      }
      for (const topic of topics) union.set(topicKey(topic), topic);
    }
    for (const key of this.reached.keys()) if (!union.has(key)) this.reached.delete(key);
    const keys = [...union.keys()].sort().join('\n');
    if (keys === this.open && restart.length === 0) return;
    this.open = keys;
    this.upstream?.close();
    this.upstream = null;
    if (union.size === 0) {
      this.say('idle');
      return;
    }
    const topics = [...union].map(([key, topic]) => topicAt(topic, this.reached.get(key) ?? 0));
    this.upstream = this.connect(topics.slice(0, 32), (message) => this.take(message), this.say);
  }

  private take(message: FeedMessage): void {
    const key = messageKey(message);
    const after = this.reached.get(key) ?? 0;
    const last = lastSeq(message);
    if (last !== null) this.reached.set(key, last);
    this.handOn(message, after);
  }
}
