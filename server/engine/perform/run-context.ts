import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { RunContext } from '#operators/runner.ts';
import { attemptDirectory } from './attempt-directory.ts';
import type { PerformParts } from './perform-parts.ts';
import type { AttemptJob } from './performer.ts';
import type { PreparedJob } from './prepare-job.ts';
import { resolveFile } from './resolve-file.ts';
import { runValues } from './run-values.ts';

/** What a run function gets. `onDirectory` hears when in-process work asks for its directory, which is made only then. */
export function runContext(
  parts: PerformParts,
  job: AttemptJob,
  prepared: PreparedJob,
  live: { signal: AbortSignal; log: RunContext['log']; makeDirectory: boolean; onDirectory?(): void },
): RunContext {
  const { folders } = parts;
  // Most in-process work asks for none of this, and a no-op has to cost microseconds.
  const directoryOf = () => attemptDirectory(folders, job.attemptId);
  let made = !live.makeDirectory;
  return {
    runId: job.run.id,
    taskId: job.task.id,
    mapIndex: job.mapIndex,
    attempt: job.attempt,
    idempotencyKey: `${job.run.id}/${job.task.id}${job.mapIndex >= 0 ? `#${job.mapIndex}` : ''}`,
    inputs: prepared.inputs,
    get run() {
      return runValues(job);
    },
    scope: prepared.scope,
    get signal() {
      return live.signal;
    },
    now: parts.now,
    log: live.log,
    get directory() {
      const directory = directoryOf();
      if (!made) {
        mkdirSync(path.join(directory, 'artifacts'), { recursive: true, mode: 0o700 });
        made = true;
        live.onDirectory?.();
      }
      return directory;
    },
    filesDirectory: folders.files,
    resolveFile: (file) => resolveFile(file, folders.files, [folders.artifacts, directoryOf()]),
    cacheDirectory: folders.cache,
    network: parts.network,
    programDirectory: parts.programDirectory,
    ...(parts.connection ? { connection: parts.connection } : {}),
    ...(job.woken ? { woken: job.woken } : {}),
    ...(job.outputsOfRun ? { outputsOfRun: (runId) => job.outputsOfRun?.(runId) ?? Promise.resolve({}) } : {}),
    ...(job.isLatest ? { isLatest: () => job.isLatest?.(parts.now()) ?? true } : {}),
    evaluate: (condition) => parts.conditions.evaluate(condition, prepared.scope),
  };
}
