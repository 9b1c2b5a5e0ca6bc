import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Json, JsonObject } from '#domain/definition/schema/json.ts';
import { taskSchema } from '#domain/definition/schema/workflow.ts';
import { connectSpawner, type Spawner } from '#server/spawner/client.ts';
import { buildPrograms, killSpawner, startSpawner } from '#server/spawner/testing/start-spawner.ts';
import type { AttemptRow, LogChunk } from '#server/store/store.ts';
import { createPerformer, type PerformerOptions } from '../create-performer.ts';
import type { AttemptEnd, AttemptJob, ChildRequest, Performer, PerformerReports } from '../performer.ts';

/** Everything the performer reported of one attempt. */
export interface Told {
  rendered?: Json;
  started?: { at: number; process?: { pid: number; pidStart: string; bootId: string } };
  end?: AttemptEnd;
  child?: ChildRequest;
  parked?: Parameters<PerformerReports['parked']>[1];
  logs: LogChunk[];
}

/** A real performer with a real spawner and a data directory of its own; tests wait on its reports. */
export class Workbench {
  readonly told = new Map<string, Told>();
  private readonly listeners = new Set<() => void>();
  private count = 0;
  /** Nothing that the performer says from now on is heard. */
  private silence: () => void = () => {};

  private constructor(
    readonly dataDir: string,
    readonly programDirectory: string,
    public child: ChildProcess,
    public spawner: Spawner,
    public performer: Performer,
    private readonly options: Partial<PerformerOptions>,
  ) {}

  static async open(options: Partial<PerformerOptions> = {}): Promise<Workbench> {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'drawloom-perform-'));
    const child = await startSpawner(dataDir);
    const bench = new Workbench(dataDir, await buildPrograms(), child, null as never, null as never, options);
    await bench.openPerformer();
    return bench;
  }

  /** A performer as an engine makes it at its start; the one before is dropped without a word, as by kill -9. */
  async openPerformer(): Promise<void> {
    this.silence();
    this.spawner?.close();
    await this.performer?.close();
    this.spawner = connectSpawner({ dataDir: this.dataDir });
    this.performer = await createPerformer({
      dataDir: this.dataDir,
      spawner: this.spawner,
      graceSec: 1,
      programDirectory: this.programDirectory,
      reports: this.reports(),
      ...this.options,
    });
  }

  async restartSpawner(): Promise<void> {
    await killSpawner(this.child);
    this.child = await startSpawner(this.dataDir);
  }

  job(operator: string, config: JsonObject, more: Partial<AttemptJob> & { outputs?: Record<string, Json> } = {}): AttemptJob {
    const { outputs = {}, ...rest } = more;
    const attemptId = `run/task@${++this.count}`;
    return {
      attemptId,
      token: `token-${this.count}`,
      run: {
        id: 'run',
        number: 1,
        workflowId: 'weather',
        version: 1,
        runType: 'manual',
        logicalTime: Date.UTC(2026, 2, 26, 6),
        dataIntervalStart: Date.UTC(2026, 2, 25, 6),
        dataIntervalEnd: Date.UTC(2026, 2, 26, 6),
        params: { city: 'Seattle' },
        triggerId: null,
      },
      task: taskSchema.parse({ id: 'task', operator, config, ...(rest.task ?? {}) }),
      mapIndex: -1,
      attempt: 1,
      upstream: Object.keys(outputs),
      statusOf: () => 'success',
      outputOf: async (task) => outputs[task],
      ...rest,
      ...(rest.task ? { task: rest.task } : {}),
    };
  }

  begin(operator: string, config: JsonObject, more?: Parameters<Workbench['job']>[2]): AttemptJob {
    const job = this.job(operator, config, more);
    this.performer.perform(job);
    return job;
  }

  /** Performs and waits for the end. */
  async run(operator: string, config: JsonObject, more?: Parameters<Workbench['job']>[2]): Promise<Told & { end: AttemptEnd }> {
    return this.ended(this.begin(operator, config, more).attemptId);
  }

  async ended(id: string): Promise<Told & { end: AttemptEnd }> {
    return (await this.until(id, (told) => told.end !== undefined)) as Told & { end: AttemptEnd };
  }

  /** Resolves when what was told of an attempt is as wanted; checked at every report. */
  async until(id: string, wanted: (told: Told) => boolean): Promise<Told> {
    const told = this.of(id);
    if (wanted(told)) return told;
    return new Promise((resolve) => {
      const check = () => {
        if (!wanted(told)) return;
        this.listeners.delete(check);
        resolve(told);
      };
      this.listeners.add(check);
    });
  }

  of(id: string): Told {
    let told = this.told.get(id);
    if (!told) this.told.set(id, (told = { logs: [] }));
    return told;
  }

  /** The row an engine finds after a restart. */
  row(job: AttemptJob): AttemptRow {
    const process = this.of(job.attemptId).started?.process;
    return {
      id: job.attemptId,
      runId: job.run.id,
      task: job.task.id,
      mapIndex: job.mapIndex,
      attempt: job.attempt,
      token: job.token,
      status: process ? 'running' : 'queued',
      infra: false,
      pid: process?.pid ?? null,
      pidStart: process?.pidStart ?? null,
      bootId: process?.bootId ?? null,
      queuedAt: 0,
      startedAt: null,
      endedAt: null,
      exitCode: null,
      errorCode: null,
      error: null,
      config: null,
      output: null,
    } as AttemptRow;
  }

  text(id: string, stream: LogChunk['stream']): string {
    return this.of(id)
      .logs.filter((chunk) => chunk.stream === stream)
      .map((chunk) => chunk.text)
      .join('');
  }

  async close(): Promise<void> {
    await this.performer.close();
    await this.spawner.endStrays(this.home(), []);
    this.spawner.close();
    await killSpawner(this.child);
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  /** First half of this data directory's cookies, as a living process shows it. */
  home(): string {
    return (this.performer as unknown as { parts: { folders: { home: string } } }).parts.folders.home;
  }

  private reports(): PerformerReports {
    let silent = false;
    this.silence = () => (silent = true);
    const tell = (id: string, change: (told: Told) => void) => {
      if (silent) return;
      change(this.of(id));
      for (const check of [...this.listeners]) check();
    };
    return {
      rendered: (id, config) => tell(id, (told) => (told.rendered = config)),
      started: (id, at, process) => tell(id, (told) => (told.started = { at, ...(process ? { process } : {}) })),
      ended: (id, end) => tell(id, (told) => (told.end = end)),
      child: (id, wanted) => tell(id, (told) => (told.child = wanted)),
      parked: (id, as) => tell(id, (told) => (told.parked = as)),
      logs: (chunks) => {
        for (const chunk of chunks) tell(chunk.attemptId, (told) => told.logs.push(chunk));
      },
    };
  }
}

/** Command line of a living process; empty when there is none. */
export function commandLine(pid: string): string {
  try {
    if (readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ')[1]?.[0] === 'Z') return '';
    return readFileSync(`/proc/${pid}/cmdline`, 'latin1').replaceAll('\0', ' ').trim();
  } catch {
    return '';
  }
}

/** Command lines of living processes that carry this text in their environment. */
export function livingWith(text: string): string[] {
  const has = (pid: string) => {
    try {
      return readFileSync(`/proc/${pid}/environ`, 'latin1').includes(text);
    } catch {
      return false;
    }
  };
  return readdirSync('/proc')
    .filter((pid) => /^\d+$/.test(pid) && commandLine(pid) !== '' && has(pid))
    .map(commandLine);
}
