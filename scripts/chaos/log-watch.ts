import type { LogChunk } from '#server/store/store.ts';
import type { Chance } from './chance.ts';
import type { Client } from './client.ts';
import type { Pages } from './pages.ts';

const most = 1_000;

/** What the client was shown of logs while attempts ran, as a person sees them who looks at the run page. */
export class LogWatch {
  /** By attempt: the most that was seen of its log, in the order in which it was shown. */
  readonly seen = new Map<string, LogChunk[]>();

  constructor(
    private readonly pages: Pages,
    private readonly client: Pick<Client, 'asked'>,
    private readonly chance: Chance,
  ) {}

  /** Looks at the newest attempt of one of the newest runs; pages that are away are left alone until the next time. */
  async look(): Promise<void> {
    const newest = this.client.asked.slice(-5).flatMap(({ runIds }) => [...runIds]);
    if (newest.length === 0) return;
    try {
      const attempts = (await this.pages.query('runs.attempts', { runId: this.chance.pick(newest) })) as { id: string }[];
      const attemptId = attempts.at(-1)?.id;
      if (attemptId === undefined) return;
      const before = this.seen.get(attemptId) ?? [];
      const afterSeq = before.at(-1)?.seq ?? 0;
      const more = (await this.pages.query('runs.logs', { attemptId, afterSeq, limit: most })) as LogChunk[];
      this.seen.set(attemptId, [...before, ...more]);
    } catch {
      // Killed under our hands: what was shown before counts.
    }
  }
}
