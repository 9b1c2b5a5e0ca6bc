import { createHash } from 'node:crypto';
import { Refusal } from '#server/refusal.ts';
import type { RunActRow, Store } from '#server/store/store.ts';
import type { RunAct } from '../run-act.ts';
import type { Decider } from '../turn/decider.ts';

export interface ActsOnceParts {
  store: Pick<Store, 'runs'>;
  decider: Decider;
  now(): number;
  /** Brings a decision into a turn, and resolves once that turn is stored. */
  decided(decide: () => void): Promise<void>;
}

/** What a request with a key asks for. */
export interface KeyedAct {
  runId: string;
  key: string;
  act: RunAct;
}

/**
 * Acts of people that come with a key: the key is stored with what the act decided, in one turn, so that a request sent
 * again after its answer was lost is answered as the first one was, and does nothing. Also over a restart of the engine.
 */
export class ActsOnce {
  private readonly underWay = new Map<string, { text: string; done: Promise<void> }>();
  /** Decided, but not stored yet: whoever asked first was answered with 503 meanwhile. */
  private readonly decided = new Map<string, string>();

  constructor(private readonly parts: ActsOnceParts) {}

  /**
   * Does it, unless it is done already. Refuses `act.key-reused` (409) when the key belongs to another act on this run.
   * @param does does the act, and calls `note` within the turn that decides it
   */
  async once({ runId, key, act }: KeyedAct, does: (note: () => void) => Promise<void>): Promise<void> {
    const name = `${runId}\n${key}`;
    const text = textOf(act);
    const running = this.underWay.get(name);
    if (running) {
      requireSame(running.text, text);
      return running.done;
    }
    const done = this.find(name, { runId, key, act: text }, does).finally(() => this.underWay.delete(name));
    this.underWay.set(name, { text, done });
    return done;
  }

  private async find(name: string, row: Omit<RunActRow, 'at'>, does: (note: () => void) => Promise<void>): Promise<void> {
    const { store, decider, now, decided } = this.parts;
    const pending = this.decided.get(name);
    if (pending !== undefined) {
      requireSame(pending, row.act);
      await decided(() => {});
      return;
    }
    const stored = await store.runs.act(row.runId, row.key);
    if (stored) {
      requireSame(stored.act, row.act);
      return;
    }
    await does(() => {
      decider.turn.runActs.push({ ...row, at: now() });
      this.decided.set(name, row.act);
      void decided(() => {}).then(() => this.decided.delete(name));
    });
  }
}

/** Short whatever it names. The same request, sent again, has the same text. */
function textOf(act: RunAct): string {
  return `${act.type} ${createHash('sha256').update(JSON.stringify(act)).digest('hex').slice(0, 32)}`;
}

function requireSame(known: string, asked: string): void {
  if (known !== asked)
    throw new Refusal(
      'act.key-reused',
      'This key was used for something else on this run. Send each request with a key of its own.',
      409,
    );
}
