import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { RunContext } from '#operators/runner.ts';
import { attemptDirectory } from './attempt-directory.ts';
import type { PerformParts } from './perform-parts.ts';
import type { AttemptJob } from './performer.ts';
import type { PreparedJob } from './prepare-job.ts';
import { resolveFile } from './resolve-file.ts';
import { runValues } from './run-values.ts';

/** What of a context hangs on the attempt while it works. */
export interface LiveContext {
  readonly signal: AbortSignal;
  log: RunContext['log'];
  /** In-process work makes its directory when it first asks for it; `onDirectory` hears of that. */
  readonly makeDirectory: boolean;
  onDirectory?(): void;
}

/**
 * What a run function gets. Everything is worked out when it is asked for: most in-process work asks for next to nothing,
 * and a no-op has to cost microseconds.
 */
class AttemptContext implements RunContext {
  declare readonly connection?: NonNullable<RunContext['connection']>;
  declare readonly woken?: NonNullable<RunContext['woken']>;
  declare readonly outputsOfRun?: NonNullable<RunContext['outputsOfRun']>;
  declare readonly isLatest?: NonNullable<RunContext['isLatest']>;
  declare limits?: NonNullable<RunContext['limits']>;
  readonly inputs: RunContext['inputs'];
  readonly scope: RunContext['scope'];
  readonly log: RunContext['log'];
  readonly now: RunContext['now'];
  private made = false;

  constructor(
    private readonly parts: PerformParts,
    private readonly job: AttemptJob,
    prepared: PreparedJob,
    private readonly live: LiveContext,
  ) {
    this.inputs = prepared.inputs;
    this.scope = prepared.scope;
    this.log = live.log;
    this.now = parts.now;
    if (parts.connection) this.connection = parts.connection;
    if (job.woken) this.woken = job.woken;
    const { outputsOfRun, isLatest } = job;
    if (outputsOfRun) this.outputsOfRun = outputsOfRun;
    if (isLatest) this.isLatest = () => isLatest(parts.now());
  }

  get runId() {
    return this.job.run.id;
  }
  get taskId() {
    return this.job.task.id;
  }
  get mapIndex() {
    return this.job.mapIndex;
  }
  get attempt() {
    return this.job.attempt;
  }
  get idempotencyKey() {
    const { run, task, mapIndex } = this.job;
    return `${run.id}/${task.id}${mapIndex >= 0 ? `#${mapIndex}` : ''}`;
  }
  get run() {
    return runValues(this.job);
  }
  get signal() {
    return this.live.signal;
  }
  get directory() {
    const directory = attemptDirectory(this.parts.folders, this.job.attemptId);
    if (this.live.makeDirectory && !this.made) {
      mkdirSync(path.join(directory, 'artifacts'), { recursive: true, mode: 0o700 });
      this.made = true;
      this.live.onDirectory?.();
    }
    return directory;
  }
  get filesDirectory() {
    return this.parts.folders.files;
  }
  get cacheDirectory() {
    return this.parts.folders.cache;
  }
  get network() {
    return this.parts.network;
  }
  get programDirectory() {
    return this.parts.programDirectory;
  }
  // Fields and not methods: run functions take them out of the context.
  get resolveFile() {
    const { folders } = this.parts;
    return (file: string) => resolveFile(file, folders.files, [folders.artifacts, attemptDirectory(folders, this.job.attemptId)]);
  }
  get evaluate() {
    return (condition: string) => this.parts.conditions.evaluate(condition, this.scope);
  }
}

/** What a run function gets. */
export function runContext(parts: PerformParts, job: AttemptJob, prepared: PreparedJob, live: LiveContext): RunContext {
  return new AttemptContext(parts, job, prepared, live);
}
