import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { JsonObject } from '#domain/definition/schema/json.ts';
import type { ProcessRunner } from '#operators/runner.ts';
import type { ProcessRef, ShimEnd } from '#server/spawner/protocol.ts';
import { readExit, type ProgramEnd } from '#server/spawner/read-exit.ts';
import type { LogChunk } from '#server/store/store.ts';
import { attemptDirectory } from './attempt-directory.ts';
import { endOf, failureOf, lostEnd, stoppedEnd, type FinalOutcome } from './end-of-attempt.ts';
import { lastLine } from './last-line.ts';
import type { HeldFacts } from './held-facts.ts';
import type { LogFollower } from './log-follower.ts';
import { limitFailure } from './limit-failure.ts';
import { LogTail } from './log-tail.ts';
import { oomKills } from './oom-kills.ts';
import type { Operator, PerformParts, StopReason } from './perform-parts.ts';
import type { AttemptEnd, AttemptJob } from './performer.ts';
import { prepareJob, type PreparedJob } from './prepare-job.ts';
import { processEnvironment } from './process-environment.ts';
import { readOutput } from './read-output.ts';
import { runContext } from './run-context.ts';
import { runValues } from './run-values.ts';
import { taskLimits, type TaskLimits } from './task-limits.ts';
import { ArtifactProblem, hasArtifacts, takeArtifacts } from './take-artifacts.ts';

/** Its config is read by people: it waits for the start, which follows at once unless there is no spawner. */
const configWithinMs = 100;
/**
 * A program that ends sooner is stored as started and ended by one commit: also one that an interpreter which waits runs (5 to 12 ms, more on
 * a busy machine), whose end would wait for the commit of its start otherwise. Its pid stands in its directory meanwhile.
 */
const startWithinMs = 25;
/** Whom the system ended for want of memory so long before a start may be taken for its program, if that gets KILL as well. */
const oomWithinMs = 1_000;

/** One attempt of an operator that is a process. Its end is judged from the files of its directory alone. */
export class ProcessAttempt {
  readonly directory: string;
  readonly cookie: string;
  private readonly tail: LogTail;
  private readonly controller = new AbortController();
  /** As rendered, if that was here. */
  private rendered: JsonObject | null = null;
  private ordered = false;
  private done = false;
  /** Its end is known; only its files may still be taken over. */
  private gone = false;
  private why: StopReason | null = null;
  private outgrown = false;
  private oomBefore: number | null = null;

  constructor(
    private readonly parts: PerformParts,
    private readonly follower: LogFollower,
    private readonly facts: HeldFacts,
    private readonly job: AttemptJob,
    private readonly operator: Operator & { runner: ProcessRunner },
    lastLog: LogChunk | null,
    /** Called when it needs no looking after any more. */
    private readonly over: () => void,
  ) {
    this.directory = attemptDirectory(parts.folders, job.attemptId);
    this.cookie = `${parts.folders.home}.${job.token}`;
    this.tail = new LogTail({
      attemptId: job.attemptId,
      directory: this.directory,
      mask: parts.mask,
      now: parts.now,
      capBytes: parts.logCapBytes,
      report: (chunks) => parts.reports.logs(chunks),
      lastLog,
    });
  }

  begin(): void {
    const { parts, job, operator } = this;
    Promise.resolve()
      .then(() =>
        prepareJob(job, operator.manifest, {
          bare: false,
          artifactFolder: parts.folders.artifacts,
          ...(parts.connectionScope ? { connectionScope: parts.connectionScope } : {}),
        }),
      )
      .then((prepared) => this.order(prepared))
      .catch((error: unknown) => this.report(failureOf(error), null));
  }

  /** TERM, and KILL after the grace; the end is reported when the last process is gone. */
  stop(why: StopReason): void {
    if (this.done || this.why) return;
    this.why = why;
    this.controller.abort();
    if (!this.ordered) return this.end(stoppedEnd(why, this.parts.now()));
    this.parts.spawner.stop(this.job.attemptId, this.parts.graceMs);
  }

  started(at: number, process: ProcessRef): void {
    if (this.done) return;
    this.oomBefore ??= oomKills(oomWithinMs);
    this.facts.hold(this, startWithinMs, () => this.parts.reports.started(this.job.attemptId, at, process));
    this.follow();
    if (this.why) this.tail.note(`Asked to stop (${this.why}): TERM, and KILL after ${this.parts.graceMs / 1000} s.`);
  }

  refused(code: string, message: string): void {
    const { now, mask } = this.parts;
    if (this.why) this.end(stoppedEnd(this.why, now()));
    else if (code === 'config')
      this.end(
        endOf(
          { type: 'failed', error: { code, message }, retry: 'never' },
          { mask, endedAt: now(), exitCode: null, artifacts: [] },
        ),
      );
    else this.end(lostEnd(code, message, now()));
  }

  /** The shim is gone; what the program did stands in `exit`. */
  ended(shim: ShimEnd): void {
    if (this.done || this.gone) return;
    this.gone = true;
    this.follower.remove(this.job.attemptId);
    const end = readExit(this.directory);
    if (this.why) {
      this.tail.finish();
      this.end(stoppedEnd(this.why, end?.endedAt ?? shim.at, end?.exitCode ?? null));
    } else if (end) this.judge(end);
    else {
      this.tail.finish();
      this.end(this.withoutExit(shim));
    }
  }

  /** For an attempt of an earlier engine: it lives, has left its end, or is lost. */
  async adopt(process: ProcessRef | null): Promise<'adopted' | 'ended' | 'lost'> {
    this.ordered = true;
    const before = readExit(this.directory);
    if (before) {
      this.judge(before);
      return 'ended';
    }
    const { attemptId } = this.job;
    const alive = await this.parts.spawner.watch({ id: attemptId, cookie: this.cookie, directory: this.directory, process });
    // The spawner may have told of the end in the same breath.
    if (this.done || this.gone) return 'ended';
    if (alive) {
      if (process) this.follow();
      // The engine that started it did not live to record who it is.
      else this.started(this.parts.now(), alive);
      this.facts.tell(this);
      return 'adopted';
    }
    const end = readExit(this.directory);
    if (end) {
      this.judge(end);
      return 'ended';
    }
    this.facts.tell(this);
    this.tail.finish();
    this.done = true;
    this.over();
    return 'lost';
  }

  /** The engine goes; the program stays, and the next engine takes it over. */
  leave(): void {
    this.facts.tell(this);
    this.done = true;
    this.follower.remove(this.job.attemptId);
    this.controller.abort();
  }

  private async order(prepared: PreparedJob): Promise<void> {
    if (this.done) return;
    const { parts, job, operator } = this;
    this.rendered = prepared.config;
    const shown = parts.mask.json(prepared.config);
    this.facts.hold(this, configWithinMs, () => parts.reports.rendered(job.attemptId, shown));
    const context = runContext(parts, job, prepared, {
      signal: this.controller.signal,
      log: (line) => {
        if (!this.done) this.tail.note(line);
      },
      makeDirectory: false,
    });
    const limits = taskLimits(prepared.config, parts.limits);
    if (limits) context.limits = limits;
    const request = await operator.runner.prepare(prepared.config, context);
    if (this.done) return;
    this.ordered = true;
    this.oomBefore = oomKills(oomWithinMs);
    const input = { config: prepared.config, inputs: prepared.inputs, run: runValues(job) };
    parts.spawner.start({
      id: job.attemptId,
      cookie: this.cookie,
      directory: this.directory,
      argv: request.argv,
      env: processEnvironment(parts.environment, job, this.directory, parts.folders, request.env),
      ...(limits ? { limits: enforced(limits, request.memoryBy) } : {}),
      ...(request.warm ? { warm: request.warm } : {}),
      files: { ...request.files, 'input.json': JSON.stringify(input) },
    });
  }

  private follow(): void {
    this.follower.add(this.job.attemptId, this.directory, this.tail, () => {
      this.outgrown = true;
      this.parts.spawner.stop(this.job.attemptId, 0);
    });
  }

  private withoutExit(shim: ShimEnd): AttemptEnd {
    if (this.outgrown) return endOf(this.outgrew(), { mask: this.parts.mask, endedAt: shim.at, exitCode: null, artifacts: [] });
    if (shim.exitCode !== null && shim.exitCode !== 0)
      return lostEnd('disk', 'Its files could not be written. Is the disk full?', shim.at);
    return lostEnd('lost', 'lost: the process was ended from outside together with what watched over it', shim.at);
  }

  private outgrew(): FinalOutcome {
    const error = {
      code: 'log',
      message: `The task printed more than ${Math.round(this.follower.fileCapBytes / 2 ** 20)} MiB and was ended.`,
    };
    return { type: 'failed', error, retry: 'never' };
  }

  private judge(end: ProgramEnd): void {
    this.tail.finish();
    let outcome: FinalOutcome;
    try {
      outcome = this.outgrown ? this.outgrew() : this.outcomeOf(end);
    } catch (error) {
      outcome = failureOf(error);
    }
    this.report(outcome, end);
  }

  private outcomeOf(end: ProgramEnd): FinalOutcome {
    if (end.signal === 9 && this.oomBefore !== null && oomKills() > this.oomBefore)
      return { type: 'failed', error: { code: 'oom', message: 'oom: the system ended it for want of memory' }, retry: 'policy' };
    const config = this.config();
    const limited = limitFailure(this.directory, end, taskLimits(config, this.parts.limits));
    if (limited) return limited;
    const line = lastLine(this.directory);
    const outcome = this.operator.runner.finish(config, {
      exitCode: end.exitCode,
      signal: end.signal,
      durationMs: end.endedAt - end.startedAt,
      ...readOutput(this.directory),
      ...(line === undefined ? {} : { lastLine: line }),
    });
    if (outcome.type === 'done' || outcome.type === 'failed' || outcome.type === 'skipped') return outcome;
    return {
      type: 'failed',
      error: { code: 'unsupported', message: `A process cannot answer ${outcome.type}.` },
      retry: 'never',
    };
  }

  /** As rendered for this attempt: the engine that judges may not be the one that rendered. */
  private config(): JsonObject {
    return (
      this.rendered ??
      (JSON.parse(readFileSync(path.join(this.directory, 'input.json'), 'utf8')) as { config: JsonObject }).config
    );
  }

  private report(outcome: FinalOutcome, end: ProgramEnd | null): void {
    const { parts, job, directory } = this;
    const facts = { mask: parts.mask, endedAt: end?.endedAt ?? parts.now(), exitCode: end?.exitCode ?? null };
    if (!end || !hasArtifacts(directory)) {
      this.end(endOf(outcome, { ...facts, artifacts: [] }));
      return;
    }
    takeArtifacts({ directory, folder: parts.folders.artifacts, attemptId: job.attemptId, runId: job.run.id })
      .then((artifacts) => {
        // Asked to stop while its files were taken over: whoever asked has decided already.
        if (this.why) this.end(stoppedEnd(this.why, facts.endedAt, facts.exitCode));
        else this.end(endOf(outcome, { ...facts, artifacts }));
      })
      .catch((error: unknown) => {
        if (error instanceof ArtifactProblem && error.code === 'disk') this.end(lostEnd('disk', error.message, facts.endedAt));
        else this.end(endOf(failureOf(error), { ...facts, artifacts: [] }));
      });
  }

  private end(end: AttemptEnd): void {
    if (this.done) return;
    this.facts.tell(this);
    this.done = true;
    this.over();
    this.parts.reports.ended(this.job.attemptId, end);
  }
}

/** What the system has to see to: an interpreter that bounds its memory itself needs no bound of its addresses. */
const enforced = ({ memoryMb, cpuSec }: TaskLimits, memoryBy: 'interpreter' | undefined): TaskLimits => ({
  ...(memoryMb === undefined || memoryBy === 'interpreter' ? {} : { memoryMb }),
  ...(cpuSec === undefined ? {} : { cpuSec }),
});
