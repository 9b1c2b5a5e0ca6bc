import { spawn, type ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { isRunFinished } from '#domain/run/status.ts';
import type { WorkflowFile } from '#domain/definition/schema/workflow.ts';
import { engineStart } from '#server/launcher/engine-start.ts';
import { connectEngine } from '#server/engine/client.ts';
import type { EngineCommands } from '#server/engine/commands.ts';
import { residentMb } from './resident-mb.ts';
import { scratch } from './scratch.ts';
import type { RunRow, Store } from '#server/store/store.ts';
import { openStore } from '#server/store/open-store.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** The real engine and spawner on a data directory of their own, and a store to look into. */
export interface Processes {
  engine: EngineCommands;
  store: Store;
  /** Adds and publishes a workflow. */
  publish(definition: WorkflowFile): Promise<void>;
  /** Starts a run, waits for its end; gives the time from the call to the end, in ms. Throws when it did not succeed. */
  runToEnd(workflowId: string): Promise<{ ms: number; run: RunRow }>;
  /** Waits for the end of a run. Throws when it did not succeed. */
  untilEnded(runId: string): Promise<RunRow>;
  /** Ends the engine with SIGKILL and waits until it is gone. */
  crashEngine(): Promise<void>;
  /** Starts an engine on the same data directory after a crash, and waits until it says that it is ready. */
  startEngine(): Promise<void>;
  /** Memory the engine process holds now, in MB; null where the system does not say. */
  engineMemoryMb(): number | null;
  stop(): Promise<void>;
}

function ready(file: string, env: NodeJS.ProcessEnv, nodeOptions: string[] = []): Promise<ChildProcess> {
  return new Promise((resolve, reject) => {
    const args = [...nodeOptions, path.join(root, 'dist', file)];
    const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
    let said = '';
    child.stderr?.on('data', (bytes: Buffer) => (said = (said + bytes.toString()).slice(-4000)));
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code}: ${said}`)));
    child.on('message', (message) => {
      if (typeof message === 'object' && message !== null && 'type' in message && message.type === 'ready') resolve(child);
    });
  });
}

const end = (child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM') =>
  new Promise<void>((resolve) => {
    child.removeAllListeners('exit');
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill(signal);
  });

/** How the engine is started beside its durability. */
interface StartOptions {
  env?: Record<string, string>;
  /** Arguments of its Node. */
  nodeOptions?: string[];
}

/** Starts spawner and engine from dist/. `durability`: `full` is D2, `fast` is D1. */
export async function startProcesses(
  durability: 'full' | 'fast',
  { env: more, nodeOptions = [...engineStart.args] }: StartOptions = {},
): Promise<Processes> {
  const dataDir = scratch('engine');
  const { DATABASE_URL: _, ...inherited } = process.env;
  const env = {
    ...inherited,
    ...engineStart.env,
    ...more,
    DRAWLOOM_DATA: dataDir,
    DRAWLOOM_DURABILITY: durability,
    NODE_ENV: 'production' as const,
  };
  const spawner = await ready('spawner.js', env);
  let engineProcess = await ready('engine.js', env, nodeOptions);
  const engine = connectEngine(dataDir);
  const store = await openStore({ url: `file:${path.join(dataDir, 'drawloom.db')}`, role: 'tool', durability: 'D1' });

  const untilEnded = async (runId: string) => {
    for (;;) {
      const run = await store.runs.get(runId);
      if (run?.endedAt != null) {
        if (run.status !== 'success') throw new Error(`run ${runId} of ${run.workflowId} ended ${run.status}: ${run.reason}`);
        return run;
      }
      await engine.news({ after: 0, runId, until: 'ended' });
    }
  };

  return {
    engine,
    store,
    async publish(definition) {
      const { id, name } = definition;
      await store.workflows.create({ id, project: '', name, tags: [], createdBy: null }, definition, Date.now());
      const draft = await store.drafts.get(id);
      await engine.publish({ workflowId: id, revision: draft?.revision ?? 1, message: 'bench', by: null });
    },
    async runToEnd(workflowId) {
      const began = performance.now();
      const { runId, status } = await engine.createRun({ workflowId, by: null });
      // Both the answer and the news come when what they tell is stored; that it is, is looked at when the time is taken.
      for (let ended = isRunFinished(status); !ended;)
        ended = (await engine.news({ after: 0, runId, until: 'ended' })).runs.length > 0;
      const ms = performance.now() - began;
      const run = await store.runs.get(runId);
      if (run?.status !== 'success' || run.endedAt === null)
        throw new Error(`run ${runId} of ${workflowId} is ${run?.status}: ${run?.reason}`);
      return { ms, run };
    },
    untilEnded,
    async crashEngine() {
      await end(engineProcess, 'SIGKILL');
    },
    async startEngine() {
      engineProcess = await ready('engine.js', env, nodeOptions);
    },
    engineMemoryMb() {
      return residentMb(engineProcess.pid);
    },
    async stop() {
      await store.close();
      await end(engineProcess);
      await end(spawner);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
