import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ChildProcess } from 'node:child_process';
import { definitionHash } from '#domain/definition/hash.ts';
import { parseWorkflow } from '#domain/definition/parse.ts';
import type { WorkflowFile } from '#domain/definition/schema/workflow.ts';
import type { TaskRunStatus } from '#domain/run/status.ts';
import { catalog } from '#operators/catalog.ts';
import { connectSpawner, type Spawner } from '#server/spawner/client.ts';
import { buildPrograms, killSpawner, startSpawner } from '#server/spawner/testing/start-spawner.ts';
import { migrateDatabase } from '#server/store/migrate.ts';
import { openStore } from '#server/store/open-store.ts';
import type { RunRow, Store } from '#server/store/store.ts';
import { Engine } from '../embedded/engine.ts';
import type { EngineOptions } from '../embedded/engine-options.ts';
import { createPerformer, type PerformerOptions } from '../perform/create-performer.ts';
import type { Performer, PerformerReports } from '../perform/performer.ts';

export interface BenchOptions {
  /** `postgresql://…`; by default a SQLite file in the data directory. */
  url?: string;
  /** Starts a real spawner, for tasks that are processes. */
  processes?: boolean;
  /** Starts another spawner whenever one is gone, as the launcher does. */
  keepsSpawner?: boolean;
  /** Another performer than the real one. */
  performer?: (reports: PerformerReports) => Performer;
  /** What the real performer gets beside the usual. */
  perform?: Partial<PerformerOptions>;
  /** Stands between the engine and its store. */
  wrap?: (store: Store) => Store;
  engine?: Partial<EngineOptions>;
  durability?: 'D1' | 'D2';
}

/** A real engine on a real database in a directory of its own; can be dropped as by kill -9 and started again. */
export class EngineBench {
  engine!: Engine;
  store!: Store;
  crash: unknown = null;
  private spawner: Spawner | null = null;
  private child: ChildProcess | null = null;
  private readonly watchers = new Set<() => void>();

  private constructor(
    readonly dataDir: string,
    private readonly options: BenchOptions,
  ) {}

  static async open(options: BenchOptions = {}): Promise<EngineBench> {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'drawloom-engine-'));
    mkdirSync(path.join(dataDir, 'files'));
    const bench = new EngineBench(dataDir, options);
    await migrateDatabase(bench.url);
    if (options.processes) await bench.startSpawner();
    await bench.start();
    return bench;
  }

  private async startSpawner(): Promise<void> {
    const child = await startSpawner(this.dataDir);
    this.child = child;
    if (this.options.keepsSpawner)
      child.once('exit', () => this.child === child && this.startSpawner().catch((error) => this.die(error)));
  }

  get url(): string {
    return this.options.url ?? `file:${path.join(this.dataDir, 'drawloom.db')}`;
  }

  /** An engine as its process makes it; resolves when it has recovered. */
  async start(): Promise<void> {
    const { options } = this;
    const opened = await openStore({ url: this.url, role: 'engine', durability: options.durability ?? 'D1' });
    this.store = opened;
    this.spawner = connectSpawner({ dataDir: this.dataDir });
    const { spawner, dataDir } = this;
    const { clock } = options.engine ?? {};
    this.engine = new Engine({
      store: options.wrap ? options.wrap(opened) : opened,
      catalog,
      performer:
        options.performer ??
        (async (reports) =>
          createPerformer({
            dataDir,
            spawner,
            reports,
            graceSec: 1,
            programDirectory: await buildPrograms(),
            ...(clock ? { now: () => clock.now() } : {}),
            ...options.perform,
          })),
      crashed: (error) => this.die(error),
      ...options.engine,
    });
    // Also turns that write nothing may be what a test waits for.
    const { loop } = this.engine;
    const runOnce = loop.runOnce.bind(loop);
    loop.runOnce = async () => {
      const busy = await runOnce();
      for (const check of [...this.watchers]) check();
      return busy;
    };
    await this.engine.start();
  }

  /** The engine is dead: whoever waits for it hears why. */
  die(error: unknown): void {
    this.crash ??= error;
    for (const check of [...this.watchers]) check();
  }

  /** Drops the engine without a word, as kill -9 would: nothing it decides from now on is written. */
  async drop(): Promise<void> {
    const { engine } = this;
    engine.scheduled.stop();
    engine.loop.later = () => {};
    engine.loop.decided = () => Promise.resolve();
    engine.loop.runOnce = () => Promise.resolve(false);
    this.spawner?.close();
    await this.store.close();
  }

  /** Stops the engine as TERM does, and starts it again. */
  async restartInOrder(): Promise<void> {
    await this.engine.stop();
    this.spawner?.close();
    await this.store.close();
    await this.start();
  }

  async restart(): Promise<void> {
    await this.drop();
    await this.start();
  }

  /** Looks into the database while no engine runs. */
  async reopened<T>(look: (store: Store) => Promise<T>): Promise<T> {
    const store = await openStore({ url: this.url, role: 'tool', durability: 'D1' });
    try {
      return await look(store);
    } finally {
      await store.close();
    }
  }

  /** Adds a workflow and publishes it. */
  async publish(file: WorkflowFile): Promise<void> {
    const parsed = parseWorkflow(file);
    if (!parsed.ok) throw new Error(parsed.problems[0]?.message);
    const { id, name, tags } = parsed.workflow;
    await this.store.workflows.create({ id, project: '', name, tags: tags ?? [], createdBy: null }, file, Date.now());
    await this.store.versions.publish(id, file, definitionHash(parsed.workflow), '', null, Date.now());
    this.engine.versions.changed(id);
  }

  /** Resolves when something that is checked after every stored turn holds; rejects when the engine crashes. */
  async until<T>(look: () => T | null | undefined | false | Promise<T | null | undefined | false>): Promise<T> {
    for (;;) {
      let changed!: () => void;
      const change = new Promise<void>((resolve) => (changed = resolve));
      this.watchers.add(changed);
      try {
        if (this.crash) throw this.crash;
        const found = await look();
        if (found) return found;
        await change;
      } finally {
        this.watchers.delete(changed);
      }
    }
  }

  /** The same promise, rejected when the engine crashes meanwhile: a dead engine answers nobody. */
  async orCrash<T>(promise: Promise<T>): Promise<T> {
    const settled = { value: undefined as T | undefined, done: false };
    const own = promise.then((value) => {
      settled.value = value;
      settled.done = true;
    });
    await Promise.race([own, this.until(() => settled.done)]);
    return settled.value as T;
  }

  /** Waits until a run has ended, and nothing of it is open. */
  async ended(runId: string): Promise<RunRow> {
    return this.until(async () => {
      if (this.engine.decider.runs.has(runId)) return null;
      const row = await this.store.runs.get(runId);
      return row?.endedAt != null && row;
    });
  }

  /** Starts a run of a workflow and waits for its end. */
  async run(workflowId: string): Promise<RunRow> {
    const { runId } = await this.engine.creator.create({ workflowId, runType: 'manual', by: null });
    return this.ended(runId);
  }

  /** Statuses of a run's task runs, as they are stored. */
  async statuses(runId: string): Promise<Record<string, TaskRunStatus>> {
    const rows = await this.store.runs.taskRuns(runId);
    return Object.fromEntries(rows.map(({ task, mapIndex, status }) => [mapIndex < 0 ? task : `${task}[${mapIndex}]`, status]));
  }

  async close(): Promise<void> {
    await this.engine.stop().catch(() => {});
    await this.store.close();
    this.spawner?.close();
    const { child } = this;
    this.child = null;
    if (child) await killSpawner(child);
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}
