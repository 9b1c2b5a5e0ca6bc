import type { JsonObject } from '#domain/definition/schema/json.ts';
import { CodedFailure, type InProcessRunner, type Outcome } from '#operators/runner.ts';
import { attemptDirectory } from './attempt-directory.ts';
import { endOf, failureOf, lostEnd, stoppedEnd, type FinalOutcome } from './end-of-attempt.ts';
import { LogWriter, noLog, type LogPlace } from './log-writer.ts';
import type { Operator, PerformParts, StopReason } from './perform-parts.ts';
import type { AttemptEnd, AttemptJob } from './performer.ts';
import { prepareJob, type PreparedJob } from './prepare-job.ts';
import { runContext, type LiveContext } from './run-context.ts';
import { ArtifactProblem, hasArtifacts, takeArtifacts } from './take-artifacts.ts';

/** Who looks after attempts. */
export interface AttemptKeeper {
  /** It needs no looking after any more. `place`: where its log stands, null when it wrote none. */
  over(id: string, place: LogPlace | null): void;
  /** It has asked for its directory. */
  directory(id: string): void;
}

/**
 * One attempt of an operator that works inside the engine. As long as nothing is awaited it begins and ends inside
 * `begin`: no promise, no directory, no file.
 */
export class InProcessAttempt implements LiveContext {
  readonly makeDirectory = true;
  /** Made when it is first asked for: a no-op never does. */
  private controller: AbortController | null = null;
  private stopReason: CodedFailure | null = null;
  /** Made with the first line. */
  private writer: LogWriter | null = null;
  private done = false;
  private hasDirectory = false;

  constructor(
    private readonly parts: PerformParts,
    private readonly job: AttemptJob,
    private readonly operator: Operator & { runner: InProcessRunner },
    /** Where its log goes on; null: it begins. */
    private place: LogPlace | null,
    private readonly keeper: AttemptKeeper,
  ) {}

  /** A field: run functions take it out of their context. */
  readonly log: LiveContext['log'] = (line, level) => {
    if (this.done) return;
    const { parts, job } = this;
    this.writer ??= new LogWriter({
      attemptId: job.attemptId,
      mask: parts.mask,
      capBytes: parts.logCapBytes,
      place: (this.place ??= noLog()),
      now: parts.now,
      report: (chunks) => parts.reports.logs(chunks),
    });
    this.writer.write(line, level);
  };

  onDirectory(): void {
    this.hasDirectory = true;
    this.keeper.directory(this.job.attemptId);
  }

  begin(): void {
    const { parts, job, operator } = this;
    try {
      const prepared = prepareJob(job, operator.manifest, {
        bare: operator.runner.bare === true,
        ...(operator.runner.conditions ? { conditions: operator.runner.conditions } : {}),
        artifactFolder: parts.folders.artifacts,
        ...(parts.connectionScope ? { connectionScope: parts.connectionScope } : {}),
      });
      if (prepared instanceof Promise) prepared.then((ready) => this.run(ready)).catch((error: unknown) => this.fail(error));
      else this.run(prepared);
    } catch (error) {
      this.fail(error);
    }
  }

  stop(why: StopReason): void {
    this.end(stoppedEnd(why, this.parts.now()));
    this.abort(new CodedFailure(why, 'The task was asked to stop.'));
  }

  /** The next engine simply asks it again: a stop need not wait for it. */
  get resumes(): boolean {
    return this.operator.runner.resumes === true;
  }

  /** The engine goes; the work cannot be taken over, unless it is one that resumes. No fault of the task: not counted. */
  lose(): void {
    if (this.resumes) this.leave();
    else this.end(lostEnd('stopped', 'stopped: the engine was stopped while it worked', this.parts.now()));
    this.abort(new CodedFailure('stopped', 'The engine stops.'));
  }

  private abort(reason: CodedFailure): void {
    this.stopReason = reason;
    this.controller?.abort(reason);
  }

  get signal(): AbortSignal {
    if (!this.controller) {
      this.controller = new AbortController();
      if (this.stopReason) this.controller.abort(this.stopReason);
    }
    return this.controller.signal;
  }

  private run(prepared: PreparedJob): void {
    if (this.done) return;
    const { parts, job, operator } = this;
    if (!isEmpty(prepared.config)) parts.reports.rendered(job.attemptId, parts.mask.json(prepared.config));
    parts.reports.started(job.attemptId, parts.now());
    const outcome = operator.runner.run(prepared.config, runContext(parts, job, prepared, this));
    if (outcome instanceof Promise) outcome.then((answer) => this.answer(answer)).catch((error: unknown) => this.fail(error));
    else this.answer(outcome);
  }

  private fail(error: unknown): void {
    this.finish(failureOf(error));
  }

  private answer(outcome: Outcome): void {
    if (this.done) return;
    const { parts, job } = this;
    if (outcome.type === 'done' || outcome.type === 'failed' || outcome.type === 'skipped') return this.finish(outcome);
    this.leave();
    if (outcome.type === 'await') {
      const { key, ask, untilMs } = outcome;
      const asked = ask ? { ask: { ...ask, message: parts.mask.text(ask.message) } } : {};
      parts.reports.parked(job.attemptId, {
        type: 'awaiting_input',
        key,
        ...asked,
        ...(untilMs === undefined ? {} : { untilMs }),
      });
    } else if (outcome.type === 'child') {
      const { workflow, params, wait } = outcome;
      parts.reports.child(job.attemptId, { workflow, params: parts.mask.json(params) as JsonObject, wait });
    } else if (outcome.type === 'sleep') parts.reports.parked(job.attemptId, { type: 'deferred', untilMs: outcome.untilMs });
    else parts.reports.parked(job.attemptId, { type: 'up_for_reschedule', untilMs: parts.now() + outcome.afterMs });
  }

  /** Needs no looking after any more, and has not ended. */
  private leave(): void {
    this.done = true;
    this.writer?.end();
    this.keeper.over(this.job.attemptId, this.place);
  }

  private finish(outcome: FinalOutcome): void {
    if (this.done) return;
    const { parts, job } = this;
    const { mask } = parts;
    const directory = this.hasDirectory ? attemptDirectory(parts.folders, job.attemptId) : null;
    if (directory === null || !hasArtifacts(directory)) {
      this.end(endOf(outcome, { mask, exitCode: null, endedAt: parts.now(), artifacts: [] }));
      return;
    }
    takeArtifacts({ directory, folder: parts.folders.artifacts, attemptId: job.attemptId, runId: job.run.id })
      .then((artifacts) => this.end(endOf(outcome, { mask, exitCode: null, endedAt: parts.now(), artifacts })))
      .catch((error: unknown) => {
        const endedAt = parts.now();
        // The disk is ours, and so is the loss.
        if (error instanceof ArtifactProblem && error.code === 'disk') this.end(lostEnd('disk', error.message, endedAt));
        else this.end(endOf(failureOf(error), { mask, exitCode: null, endedAt, artifacts: [] }));
      });
  }

  private end(end: AttemptEnd): void {
    if (this.done) return;
    this.done = true;
    this.writer?.end();
    this.keeper.over(this.job.attemptId, this.place);
    this.parts.reports.ended(this.job.attemptId, end);
  }
}

function isEmpty(config: JsonObject): boolean {
  for (const _ in config) return false;
  return true;
}
