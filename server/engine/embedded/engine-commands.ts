import { findPython } from '#operators/python/find-python.ts';
import { productVersion } from '#server/boot/product-version.ts';
import { sendAgain } from '#server/alerts/send-again.ts';
import { Refusal } from '#server/refusal.ts';
import { usualOf } from '#server/runs/usual.ts';
import type { EngineCommands } from '../commands.ts';
import type { Engine } from './engine.ts';
import { countWork } from './count-work.ts';
import { expectWaiting } from './expect-waiting.ts';
import { nameWaiting } from './name-waiting.ts';
import { selfCheck } from './self-check.ts';
import { spawnerAway } from './spawner-away.ts';

/** A long poll without news ends after this. */
const newsPatienceMs = 25_000;

/** What the process around the engine knows. */
export interface Surroundings {
  durability: 'D1' | 'D2';
  /** Whether the spawner is connected. */
  spawner(): boolean;
  /** Attempts whose process the spawner looks after. */
  living(): string[];
  /** The outbox of alerts has something to do. */
  nudgeOutbox(): void;
  /** Everything measured, as Prometheus reads it. */
  metrics(): Promise<string>;
}

/** The engine's commands, one line each: who does them stands in the parts. */
export function engineCommands(engine: Engine, surroundings: Surroundings): EngineCommands {
  const { acts, breakers, creator, tries, publishing, pools, decider, news, scheduled, store } = engine;
  return {
    publish: (input) => publishing.publish(input),
    setEnabled: ({ workflowId, enabled }) => publishing.setEnabled(workflowId, enabled),
    setTriggerEnabled: ({ workflowId, triggerId, enabled }) => publishing.setTriggerEnabled(workflowId, triggerId, enabled),
    removeWorkflow: ({ workflowId }) => publishing.remove(workflowId),
    restoreWorkflow: ({ workflowId }) => publishing.restore(workflowId),
    createRun: (input) => creator.create({ ...input, runType: 'manual' }),
    createTry: (input) => tries.create(input),
    cancelRun: ({ runId, by, idempotencyKey }) => acts.cancel(runId, by, idempotencyKey),
    pauseRun: ({ runId, paused, by }) => acts.pause(runId, paused, by),
    clearTasks: ({ runId, by, ...act }) => acts.clear(runId, act, by),
    previewAct: ({ runId, act }) => acts.preview(runId, act),
    forceTasks: ({ runId, by, ...act }) => acts.force(runId, act, by),
    markTask: ({ runId, by, ...act }) => acts.mark(runId, act, by),
    sendAlertAgain: async ({ id }) => {
      await sendAgain(store, id, engine.now());
      surroundings.nudgeOutbox();
    },
    answerApproval: (input) => engine.answer(input),
    nextOccurrences: () => Promise.resolve(scheduled.upcoming()),
    waiting: async ({ runId, task, estimate }) => {
      const run = decider.runs.get(runId);
      if (run) {
        const named = await nameWaiting(store, decider, run, task);
        const waiting = surroundings.spawner() ? named : spawnerAway(named);
        return estimate ? expectWaiting(waiting, run, await usualOf(store, run.facts.workflowId), engine.now()) : waiting;
      }
      if (!(await store.runs.get(runId))) throw new Refusal('run.unknown', `There is no run ${runId}.`, 404);
      return [];
    },
    news: (asked) => news.after(asked, newsPatienceMs),
    status: () =>
      Promise.resolve({
        pid: process.pid,
        startedAt: engine.startedAt,
        ...countWork(decider),
        durability: surroundings.durability,
        spawner: surroundings.spawner(),
        python: findPython(),
        memoryBytes: process.memoryUsage.rss(),
        node: process.versions.node,
        version: productVersion(),
        zoneData: process.versions['tz'] ?? null,
      }),
    metrics: async () => ({ text: await surroundings.metrics() }),
    selfCheck: () =>
      Promise.resolve(
        selfCheck({
          decider,
          now: () => engine.now(),
          upcoming: () => scheduled.upcoming(),
          living: () => surroundings.living(),
          contested: () => engine.contested.names,
        }),
      ),
    pools: () => Promise.resolve(pools.list()),
    setBreaker: ({ workflowId, open, by }) => breakers.set(workflowId, open, by),
    putPool: ({ name, slots, description }) => pools.put({ name, slots, description }),
    removePool: ({ name }) => pools.remove(name),
  };
}
