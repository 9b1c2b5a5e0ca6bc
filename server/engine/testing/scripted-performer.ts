import type { Json } from '#domain/definition/schema/json.ts';
import type { AttemptEnd, AttemptJob, Performer, PerformerReports } from '../perform/performer.ts';

/** What an attempt of a task does: simulate's words, and `hang`: it goes on until it is stopped. */
export type ScriptedOutcome =
  | 'success'
  | 'failed'
  | 'failed_no_retry'
  | 'skipped'
  | 'hang'
  | { ports: string[] }
  | { condition: boolean }
  | { list: number }
  /** Waits for a person; the answer is its output. */
  | { ask: string; forMs?: number }
  /** Starts a run of this workflow; its end is the output, and its failure a failure. */
  | { child: string; wait?: boolean };
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
  /** What attempts that waited went on with. */
  readonly answers: Json[] = [];
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
    if (job.woken) {
      if (job.woken.answer !== undefined) this.answers.push(job.woken.answer);
      this.world.after(this.takesMs, () => this.end(attemptId, endOfWaiting(job.woken)));
      return;
    }
    // By attempts made here, so that attempts after a clear go on in the script.
    const key = `${job.run.id}/${name}`;
    const made = (this.counts.get(key) ?? 0) + 1;
    this.counts.set(key, made);
    const outcomes = this.script[name] ?? this.script[task.id] ?? [];
    const outcome = outcomes[Math.min(made, outcomes.length) - 1] ?? 'success';
    if (outcome === 'hang') return;
    this.world.after(this.takesMs, () => {
      if (typeof outcome === 'object' && ('ask' in outcome || 'child' in outcome)) this.park(attemptId, outcome);
      else this.end(attemptId, endOf(outcome));
    });
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

  drain(): Promise<void> {
    return Promise.resolve();
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  private park(attemptId: string, outcome: Waiting): void {
    if (!this.under.delete(attemptId)) return;
    if ('child' in outcome) {
      this.reports.child(attemptId, { workflow: outcome.child, params: {}, wait: outcome.wait ?? true });
      return;
    }
    const { ask: message, forMs } = outcome;
    this.reports.parked(attemptId, {
      type: 'awaiting_input',
      key: 'approval',
      ask: { message, form: null, role: null, people: [] },
      ...(forMs === undefined ? {} : { untilMs: this.world.now() + forMs }),
    });
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

type Waiting = Extract<ScriptedOutcome, { ask: string } | { child: string }>;

/** What was waited for is the output; a run that did not succeed is a failure, and so is no answer. */
function endOfWaiting(woken: AttemptJob['woken']): Pick<AttemptEnd, 'outcome'> & { output?: Json } {
  const output = woken?.answer;
  if (output === undefined) return endOf('failed_no_retry');
  const status = (output as { status?: string }).status ?? 'success';
  return status === 'success' || status === 'queued' ? { outcome: { type: 'success' }, output } : endOf('failed');
}

function endOf(outcome: Exclude<ScriptedOutcome, 'hang' | Waiting>): Pick<AttemptEnd, 'outcome'> & { output?: Json } {
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
