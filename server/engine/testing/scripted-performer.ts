import type { Json } from '#domain/definition/schema/json.ts';
import type { AttemptEnd, AttemptJob, Performer, PerformerReports } from '../perform/performer.ts';

/** What an attempt of a task does: simulate's words, and `hang`: it goes on until it is stopped. */
export type ScriptedOutcome =
  'success' | 'failed' | 'failed_no_retry' | 'skipped' | 'hang' | { ports: string[] } | { condition: boolean } | { list: number };
/** By task or copy (`t[0]`), one per attempt; the last repeats, a missing one is `success`. */
export type Script = Record<string, ScriptedOutcome[]>;

interface World {
  now(): number;
  after(ms: number, what: () => void): void;
}

/** A performer that does what a script says, each attempt taking so long. Counts how much goes on at once. */
export class ScriptedPerformer implements Performer {
  /** Attempts under way now, and the most there were, for each task and in all. */
  readonly under = new Map<string, string>();
  most = 0;
  readonly mostOf = new Map<string, number>();
  readonly begun: string[] = [];
  private readonly counts = new Map<string, number>();

  constructor(
    private readonly reports: PerformerReports,
    private readonly world: World,
    private readonly script: Script,
    private readonly takesMs = 1,
  ) {}

  perform(job: AttemptJob): void {
    const { attemptId, task, mapIndex } = job;
    const name = mapIndex < 0 ? task.id : `${task.id}[${mapIndex}]`;
    this.under.set(attemptId, task.id);
    this.begun.push(`${name}@${job.attempt}`);
    this.count(task.id);
    this.reports.started(attemptId, this.world.now());
    // By attempts made here, so that attempts after a clear go on in the script.
    const key = `${job.run.id}/${name}`;
    const made = (this.counts.get(key) ?? 0) + 1;
    this.counts.set(key, made);
    const outcomes = this.script[name] ?? this.script[task.id] ?? [];
    const outcome = outcomes[Math.min(made, outcomes.length) - 1] ?? 'success';
    if (outcome !== 'hang') this.world.after(this.takesMs, () => this.end(attemptId, endOf(outcome)));
  }

  isPure(): boolean {
    return false;
  }

  stop(attemptId: string, why: 'cancelled' | 'timeout' | 'fail-fast' | 'restarting'): void {
    const code = why === 'timeout' ? 'timeout' : 'cancelled';
    this.end(attemptId, { outcome: { type: 'failed', error: { code, message: code }, retry: 'policy' } });
  }

  adopt(): Promise<'lost'> {
    return Promise.resolve('lost');
  }

  endStrays(): Promise<number> {
    return Promise.resolve(0);
  }

  forget(): void {}

  close(): Promise<void> {
    return Promise.resolve();
  }

  private end(attemptId: string, end: Pick<AttemptEnd, 'outcome'> & { output?: Json }): void {
    if (!this.under.delete(attemptId)) return;
    this.reports.ended(attemptId, { output: null, exitCode: null, endedAt: this.world.now(), artifacts: [], ...end });
  }

  private count(task: string): void {
    this.most = Math.max(this.most, this.under.size);
    const own = [...this.under.values()].filter((each) => each === task).length;
    this.mostOf.set(task, Math.max(this.mostOf.get(task) ?? 0, own));
  }
}

function endOf(outcome: Exclude<ScriptedOutcome, 'hang'>): Pick<AttemptEnd, 'outcome'> & { output?: Json } {
  if (outcome === 'success') return { outcome: { type: 'success' } };
  if (outcome === 'skipped') return { outcome: { type: 'skipped' } };
  if (outcome === 'failed' || outcome === 'failed_no_retry')
    return {
      outcome: { type: 'failed', error: { code: 'exit', message: 'exit 1' }, retry: outcome === 'failed' ? 'policy' : 'never' },
    };
  if ('ports' in outcome) return { outcome: { type: 'success', ports: outcome.ports } };
  if ('list' in outcome) return { outcome: { type: 'success' }, output: Array.from({ length: outcome.list }, (_, n) => n) };
  return { outcome: outcome.condition ? { type: 'success' } : { type: 'success', shortCircuit: 'descendants' } };
}
