import { CodedFailure } from '#operators/runner.ts';
import type { AlertRow } from '#server/store/alert-row.ts';
import type { Store } from '#server/store/store.ts';

/** Sent beside each other: one that hangs must not hold up the rest. */
const atOnce = 8;
const firstPauseMs = 10_000;
const longestPauseMs = 3_600_000;
/** With the pauses above: about a day. */
const mostTries = 32;
/** Longest single sleep; a clock that jumped is noticed within a minute. */
const longestSleepMs = 60_000;

export interface OutboxParts {
  store: Pick<Store, 'alerts'>;
  /** Sends one; throws CodedFailure with whether trying again can help. */
  send(alert: AlertRow): Promise<void>;
  now(): number;
  /** What became of a try. */
  tried(alert: AlertRow, outcome: 'sent' | 'again' | 'failed', error: string | null): void;
  /** The outbox could not be read or written; it looks again within a minute. */
  unreadable(error: unknown): void;
}

/** Pause after so many tries, in ms: 10 s, then twice as long each time, at most an hour. */
export const pauseAfter = (tries: number): number => Math.min(longestPauseMs, firstPauseMs * 2 ** (tries - 1));

/**
 * Sends what waits in the outbox, at least once: a try is written down after it, so that one whose end was lost in a crash is
 * made again, with the same key. The loop is a thin shell round `runOnce`; nothing wakes it while nothing waits.
 */
export class Outbox {
  private timer: NodeJS.Timeout | null = null;
  private working: Promise<void> | null = null;
  private asked = false;
  private stopped = false;

  constructor(private readonly parts: OutboxParts) {}

  /** Alerts were stored, one is to be sent again, or the engine has started. */
  nudge(): void {
    if (this.stopped) return;
    this.asked = true;
    if (this.working) return;
    this.working = this.work().finally(() => (this.working = null));
  }

  /** Sends no more; resolves when the tries under way have ended. */
  async stop(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearTimeout(this.timer);
    await this.working;
  }

  /** Tries everything that is due. Gives when the next one is due, in ms since the epoch; null: none waits. */
  async runOnce(): Promise<number | null> {
    const { store, now } = this.parts;
    for (;;) {
      const due = await store.alerts.due(now(), atOnce);
      if (due.length === 0 || this.stopped) return store.alerts.nextAt();
      await Promise.all(due.map((alert) => this.try(alert)));
    }
  }

  private async work(): Promise<void> {
    if (this.timer) clearTimeout(this.timer);
    let next: number | null = null;
    while (this.asked && !this.stopped) {
      this.asked = false;
      try {
        next = await this.runOnce();
      } catch (error) {
        this.parts.unreadable(error);
        next = this.parts.now() + longestSleepMs;
      }
    }
    if (next === null || this.stopped) return;
    const sleepMs = Math.min(longestSleepMs, Math.max(0, next - this.parts.now()));
    this.timer = setTimeout(() => this.nudge(), sleepMs);
  }

  private async try(alert: AlertRow): Promise<void> {
    const { store, send, now, tried } = this.parts;
    const tries = alert.tries + 1;
    try {
      await send(alert);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      const over = tries >= mostTries || (error instanceof CodedFailure && error.retry === 'never');
      const set = over ? { status: 'failed' as const } : { nextAt: now() + pauseAfter(tries) };
      if (await store.alerts.update(alert.id, 'waiting', { ...set, tries, error: message.slice(0, 2_000) }))
        tried(alert, over ? 'failed' : 'again', message);
      return;
    }
    if (await store.alerts.update(alert.id, 'waiting', { status: 'sent', tries, sentAt: now(), error: null }))
      tried(alert, 'sent', null);
  }
}
