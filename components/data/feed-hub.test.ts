import { afterEach, describe, expect, it } from 'vitest';
import { FeedHub } from './feed-hub.ts';
import type { FeedMessage, Topic } from './feed-topics.ts';
import type { FeedState } from './feed-state.ts';

/** Channel, lock and server of one pretend browser. Words between tabs arrive in order, at `settle`. */
class Browser {
  private readonly ports: { listeners: ((event: { data: unknown }) => void)[]; closed: boolean }[] = [];
  private readonly queue: (() => void)[] = [];
  private readonly line: (() => void)[] = [];
  private held = false;
  readonly opened: {
    topics: Topic[];
    send: (message: FeedMessage) => void;
    state: (state: FeedState) => void;
    closed: boolean;
  }[] = [];
  private hubs: FeedHub[] = [];

  tab(name: string): FeedHub {
    const port = { listeners: [] as ((event: { data: unknown }) => void)[], closed: false };
    this.ports.push(port);
    const channel = {
      addEventListener: (_: string, listener: (event: { data: unknown }) => void) => port.listeners.push(listener),
      postMessage: (data: unknown) => {
        const copy: unknown = structuredClone(data);
        for (const other of this.ports)
          if (other !== port)
            this.queue.push(() => !other.closed && other.listeners.forEach((listener) => listener({ data: copy })));
      },
      close: () => (port.closed = true),
    } as unknown as BroadcastChannel;
    const hub = new FeedHub({
      channel,
      tab: name,
      now: () => 0,
      soon: (work) => work(),
      elect: (lead, signal) => {
        const turn = () => {
          this.held = true;
          signal.addEventListener('abort', () => {
            this.held = false;
            this.line.shift()?.();
          });
          lead();
        };
        if (this.held) this.line.push(turn);
        else turn();
      },
      connect: (topics, send, state) => {
        const entry = { topics, send, state, closed: false };
        this.opened.push(entry);
        return { close: () => void (entry.closed = true) };
      },
    });
    this.hubs.push(hub);
    return hub;
  }
  settle(): void {
    for (let word = this.queue.shift(); word; word = this.queue.shift()) word();
  }
  /** The one connection that is open. */
  get connection() {
    const open = this.opened.filter((entry) => !entry.closed);
    expect(open.length).toBeLessThanOrEqual(1);
    return open[0]!;
  }
  end(): void {
    for (const hub of this.hubs) hub.close();
  }
}
const news = (id: string, ...seqs: number[]): FeedMessage => ({
  kind: 'run',
  id,
  items: seqs.map((seq) => ({ seq, event: { type: 'runAdmitted', at: seq } })),
});
const run = (id: string, after: number): Topic => ({ kind: 'run', id, after });
const seqsInto = (list: number[]) => (message: FeedMessage) => {
  if (message.kind === 'run') list.push(...message.items.map((item) => item.seq));
};

let browser = new Browser();
afterEach(() => {
  browser.end();
  browser = new Browser();
});

describe('FeedHub', () => {
  it('has one connection for all tabs, with everything they follow', () => {
    const [one, two] = [browser.tab('one'), browser.tab('two')];
    const [a, b]: [number[], number[]] = [[], []];
    one.follow(run('a', 4), seqsInto(a));
    two.follow(run('b', 0), seqsInto(b));
    browser.settle();
    expect(browser.connection.topics).toEqual([run('a', 4), run('b', 0)]);
    browser.connection.send(news('a', 5, 6));
    browser.connection.send(news('b', 1));
    browser.settle();
    expect([a, b]).toEqual([[5, 6], [1]]);
  });

  it('gives a tab that comes later what it lacks, and nobody anything twice', () => {
    const [one, two] = [browser.tab('one'), browser.tab('two')];
    const [early, late]: [number[], number[]] = [[], []];
    one.follow(run('a', 0), seqsInto(early));
    browser.connection.send(news('a', 1, 2, 3));
    two.follow(run('a', 1), seqsInto(late));
    // Relayed before the leader has heard of the new tab: too far ahead for it.
    browser.connection.send(news('a', 4));
    browser.settle();
    expect(browser.connection.topics).toEqual([run('a', 1)]);
    browser.connection.send(news('a', 2, 3, 4, 5));
    browser.settle();
    expect([early, late]).toEqual([
      [1, 2, 3, 4, 5],
      [2, 3, 4, 5],
    ]);
  });

  it('goes on in another tab when the leading one is closed, from where each tab was', () => {
    const [one, two] = [browser.tab('one'), browser.tab('two')];
    const got: number[] = [];
    one.follow(run('a', 0), () => {});
    two.follow(run('a', 0), seqsInto(got));
    browser.settle();
    browser.connection.send(news('a', 1, 2));
    browser.settle();
    one.close();
    browser.settle();
    expect(browser.connection.topics).toEqual([run('a', 2)]);
    browser.connection.send(news('a', 3));
    expect(got).toEqual([1, 2, 3]);
  });

  it('follows no more what nobody looks at', () => {
    const [one, two] = [browser.tab('one'), browser.tab('two')];
    const stopA = one.follow(run('a', 0), () => {});
    const stopB = two.follow(run('b', 0), () => {});
    browser.settle();
    stopA();
    browser.settle();
    expect(browser.connection.topics).toEqual([run('b', 0)]);
    stopB();
    browser.settle();
    expect(browser.opened.every((entry) => entry.closed)).toBe(true);
    expect([one.state(), two.state()]).toEqual(['idle', 'idle']);
  });

  it('tells every tab how live it is', () => {
    const [one, two] = [browser.tab('one'), browser.tab('two')];
    one.follow({ kind: 'runs' }, () => {});
    two.follow({ kind: 'runs' }, () => {});
    browser.settle();
    browser.connection.state('lost');
    browser.settle();
    expect([one.state(), two.state()]).toEqual(['lost', 'lost']);
  });

  it('lets a second listener of a tab begin where it wants', () => {
    const tab = browser.tab('one');
    const [first, second]: [number[], number[]] = [[], []];
    tab.follow(run('a', 0), seqsInto(first));
    browser.connection.send(news('a', 1, 2));
    tab.follow(run('a', 0), seqsInto(second));
    browser.connection.send(news('a', 1, 2, 3));
    expect(first).toEqual([1, 2, 3]);
    expect(second).toEqual([1, 2, 3]);
  });
});
