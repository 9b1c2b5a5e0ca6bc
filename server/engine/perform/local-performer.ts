import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Task } from '#domain/definition/schema/workflow.ts';
import type { Manifest } from '#operators/manifest.ts';
import { CodedFailure, type Runner } from '#operators/runner.ts';
import type { AttemptRow, LogChunk } from '#server/store/store.ts';
import { attemptDirectory } from './attempt-directory.ts';
import { endOf, failureOf, lostEnd, stoppedEnd } from './end-of-attempt.ts';
import { HeldFacts } from './held-facts.ts';
import { InProcessAttempt, type AttemptKeeper } from './in-process-attempt.ts';
import { LogFollower } from './log-follower.ts';
import { noLog, type LogPlace } from './log-writer.ts';
import { orphanOperator } from './own-operators.ts';
import type { Operator, PerformParts, StopReason } from './perform-parts.ts';
import type { AttemptJob, Performer } from './performer.ts';
import { conditionScope, isPlain } from './prepare-job.ts';
import { ProcessAttempt } from './process-attempt.ts';

/** Makes attempts happen on this machine: in-process work here, processes through the spawner. */
export class LocalPerformer implements Performer {
  private readonly operators = new Map<string, Operator>();
  private readonly loading = new Map<string, Promise<Operator>>();
  private readonly inProcess = new Map<string, InProcessAttempt>();
  private readonly processes = new Map<string, ProcessAttempt>();
  /** Asked for while its operator was still being loaded: ended before it begins. */
  private readonly waiting = new Map<string, StopReason | null>();
  private readonly logPlaces = new Map<string, LogPlace>();
  private readonly withDirectory = new Set<string>();
  private readonly lost = new Set<string>();
  private readonly follower: LogFollower;
  private readonly facts = new HeldFacts();
  private closed = false;
  /** Looks whether the last in-process work is over, while a stop waits for that. */
  private drained: () => void = () => {};
  private readonly keeper: AttemptKeeper = {
    over: (id, place) => {
      this.inProcess.delete(id);
      this.drained();
      if (place && place.seq > 0) this.logPlaces.set(id, place);
    },
    directory: (id) => void this.withDirectory.add(id),
  };

  constructor(
    private readonly parts: PerformParts,
    private readonly catalog: ReadonlyMap<string, Manifest>,
    private readonly runners: Record<string, () => Promise<Runner>>,
    logFileCapBytes: number,
    /** A person's own operator by `type@version`; null when there is none, throws CodedFailure when it is broken. */
    private readonly own: (name: string) => Operator | null,
  ) {
    this.follower = new LogFollower(logFileCapBytes);
    parts.spawner.listen({
      started: (id, at, process) => this.processes.get(id)?.started(at, process),
      refused: (id, code, message) => this.processes.get(id)?.refused(code, message),
      ended: (id, end) => this.processes.get(id)?.ended(end),
    });
  }

  /** Loads every operator, so that none has to be waited for later. */
  async loadOperators(): Promise<void> {
    await Promise.all([...this.catalog.keys()].map((name) => this.load(name)?.catch(() => {})));
  }

  perform(job: AttemptJob): void {
    if (this.isLive(job.attemptId)) return;
    if (this.closed) {
      const late = 'stopped: the engine was stopped before it began';
      return this.parts.reports.ended(job.attemptId, lostEnd('stopped', late, this.parts.now()));
    }
    const operator = this.operators.get(job.task.operator);
    if (operator) return this.begin(job, operator);
    const loading = this.load(job.task.operator);
    if (!loading) {
      try {
        // Looked up at each attempt: a person's own operator may have changed since the last one.
        const own = this.own(job.task.operator);
        if (own) return this.begin(job, own);
      } catch (error) {
        return this.refuse(job, error);
      }
      const unknown = `There is no operator ${job.task.operator}. Choose another for the task ${job.task.id}.`;
      return this.refuse(job, new CodedFailure('config', unknown, 'never'));
    }
    this.waiting.set(job.attemptId, null);
    loading
      .then((loaded) => {
        const why = this.waiting.get(job.attemptId);
        this.waiting.delete(job.attemptId);
        if (this.closed) return;
        if (why) this.parts.reports.ended(job.attemptId, stoppedEnd(why, this.parts.now()));
        else this.begin(job, loaded);
      })
      .catch((error: unknown) => {
        this.waiting.delete(job.attemptId);
        if (!this.closed) this.refuse(job, error);
      });
  }

  isPure(job: AttemptJob): boolean {
    const operator = this.operators.get(job.task.operator);
    if (operator?.runner.kind !== 'in-process') return false;
    const { runner, manifest } = operator;
    if (runner.bare) return isPlain(job.task, manifest);
    return conditionScope(job, manifest, runner, this.parts.folders.artifacts) !== null;
  }

  stop(attemptId: string, why: StopReason): void {
    if (this.waiting.has(attemptId)) this.waiting.set(attemptId, why);
    (this.inProcess.get(attemptId) ?? this.processes.get(attemptId))?.stop(why);
  }

  async adopt(row: AttemptRow, job: AttemptJob, lastLog: LogChunk | null): Promise<'adopted' | 'ended' | 'lost'> {
    // Whatever became of a person's own operator: the end of its attempt is judged from files alone.
    const operator =
      this.operators.get(job.task.operator) ??
      (await (this.load(job.task.operator) ?? this.ownOrOrphan(job.task.operator))?.catch(() => null));
    const runner = operator && runnerOf(operator.runner, job.task);
    if (runner?.kind === 'in-process' && runner.resumes) {
      this.perform({ ...job, lastLog });
      return 'adopted';
    }
    if (!operator || runner?.kind !== 'process') return 'lost';
    const { pid, pidStart, bootId } = row;
    const process = pid !== null && pidStart !== null && bootId !== null ? { pid, pidStart, bootId } : null;
    const answer = await this.process(job, { ...operator, runner }, lastLog).adopt(process);
    if (answer === 'lost') {
      this.lost.add(row.token);
      this.withDirectory.delete(row.id);
    }
    return answer;
  }

  async endStrays(current: ReadonlySet<string>): Promise<number> {
    const { home } = this.parts.folders;
    const kept = [...current].filter((token) => !this.lost.has(token));
    this.lost.clear();
    this.removeLeftovers();
    return this.parts.spawner.endStrays(
      home,
      kept.map((token) => `${home}.${token}`),
    );
  }

  forget(attemptId: string): void {
    this.logPlaces.delete(attemptId);
    if (!this.withDirectory.delete(attemptId)) return;
    this.parts.spawner.remove(attemptDirectory(this.parts.folders, attemptId));
  }

  async drain(mostMs: number): Promise<void> {
    const isOver = () => [...this.inProcess.values()].every(({ resumes }) => resumes);
    if (isOver()) return;
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      timer = setTimeout(resolve, mostMs);
      this.drained = () => isOver() && resolve();
    });
    clearTimeout(timer);
    this.drained = () => {};
  }

  async close(): Promise<void> {
    this.closed = true;
    for (const attempt of [...this.inProcess.values()]) attempt.lose();
    for (const attempt of [...this.processes.values()]) attempt.leave();
    this.follower.close();
    await this.parts.conditions.close();
  }

  /** Directories of attempts that nobody will ask for again: an engine before this one stored their end and died. */
  private removeLeftovers(): void {
    const { folders, spawner } = this.parts;
    const wanted = new Set([...this.withDirectory].map((id) => attemptDirectory(folders, id)));
    let names: string[] = [];
    try {
      names = readdirSync(folders.attempts);
    } catch {
      // There has been no attempt yet.
    }
    for (const name of names) {
      const directory = path.join(folders.attempts, name);
      if (!wanted.has(directory)) spawner.remove(directory);
    }
  }

  private isLive(id: string): boolean {
    return this.waiting.has(id) || this.inProcess.has(id) || this.processes.has(id);
  }

  private load(name: string): Promise<Operator> | null {
    const manifest = this.catalog.get(name);
    const loader = this.runners[name];
    if (!manifest || !loader) return null;
    let loading = this.loading.get(name);
    if (!loading) {
      loading = loader().then((runner) => {
        const operator = { manifest, runner };
        this.operators.set(name, operator);
        return operator;
      });
      // A failed load is tried again by the next attempt.
      loading.catch(() => this.loading.delete(name));
      this.loading.set(name, loading);
    }
    return loading;
  }

  private async ownOrOrphan(name: string): Promise<Operator> {
    try {
      return this.own(name) ?? orphanOperator;
    } catch {
      return orphanOperator;
    }
  }

  private begin(job: AttemptJob, operator: Operator): void {
    const runner = runnerOf(operator.runner, job.task);
    if (runner.kind === 'process') {
      this.process(job, { ...operator, runner }, job.lastLog ?? null).begin();
      return;
    }
    const id = job.attemptId;
    const place = this.logPlaces.get(id) ?? placeAfter(job.lastLog);
    const attempt = new InProcessAttempt(this.parts, job, { ...operator, runner }, place, this.keeper);
    this.inProcess.set(id, attempt);
    attempt.begin();
  }

  private process(
    job: AttemptJob,
    operator: ConstructorParameters<typeof ProcessAttempt>[4],
    lastLog: LogChunk | null,
  ): ProcessAttempt {
    const id = job.attemptId;
    this.withDirectory.add(id);
    const attempt = new ProcessAttempt(this.parts, this.follower, this.facts, job, operator, lastLog, () =>
      this.processes.delete(id),
    );
    this.processes.set(id, attempt);
    return attempt;
  }

  private refuse(job: AttemptJob, error: unknown): void {
    const facts = { mask: this.parts.mask, endedAt: this.parts.now(), exitCode: null, artifacts: [] };
    this.parts.reports.ended(job.attemptId, endOf(failureOf(error), facts));
  }
}

/** How this task runs: of some operators its config says so. */
function runnerOf(runner: Runner, task: Task): Exclude<Runner, { kind: 'choosing' }> {
  return runner.kind === 'choosing' ? runner.choose(task.config) : runner;
}

function placeAfter(lastLog: LogChunk | null | undefined): LogPlace | null {
  if (!lastLog) return null;
  const place = { ...noLog(), seq: lastLog.seq };
  if (lastLog.stream !== 'sys') place[lastLog.stream] = lastLog.offset + Buffer.byteLength(lastLog.text);
  return place;
}
