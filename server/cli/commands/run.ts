import type { Command } from 'commander';
import { refText } from '#domain/run/ref.ts';
import { loadConfig } from '#server/boot/config.ts';
import { DataDirectoryError } from '#server/boot/data-directory-error.ts';
import { Exit, exitCodes } from '../exit.ts';
import { runHeadless } from '../headless.ts';
import type { FailedLog } from '../failed-logs.ts';
import { printRunSummary } from '../print-run-summary.ts';
import { collectParam, readParams } from '../read-params.ts';
import { readRunnable } from '../read-workflow.ts';

/** Code of the line that says what is done about a task that asks a person. */
const code = 'approval.headless';

/** `run FILE [--param k=v] [--data DIR] [--json]`: really runs a workflow here, without a server. Exit code by the run's status. */
export function addRun(program: Command): void {
  program
    .command('run')
    .description('run a workflow file here and wait for its end; no server is needed')
    .argument('<file>', 'workflow.json, or - for standard input')
    .option('--param <name=value>', 'a param of the run; may be given several times', collectParam, [])
    .option('--data <folder>', 'data folder, kept afterwards (default: a temporary one)')
    .option('--approve', 'approve what a task asks a person; without it such a run is cancelled, for nobody is there')
    .option('--json', 'print {runId, run, tasks, attempts}')
    .action(async (file: string, options: { param: string[]; data?: string; json?: boolean; approve?: boolean }) => {
      const workflow = readRunnable(file, options.data);
      const params = readParams(options.param, workflow.params);
      const stop = new AbortController();
      const onSignal = () => stop.abort();
      process.on('SIGINT', onSignal);
      process.on('SIGTERM', onSignal);
      try {
        const { graceSec, httpAllow, dataDir, logCapBytes, taskMemoryMb, taskCpuSec } = loadConfig();
        const data = options.data === undefined ? {} : { dataDir: options.data };
        let logs: FailedLog[] = [];
        const { runId, status, reason, tasks } = await runHeadless(workflow, {
          ...data,
          operatorsOf: options.data ?? dataDir,
          params,
          graceSec,
          logCapBytes,
          limits: {
            ...(taskMemoryMb === null ? {} : { memoryMb: taskMemoryMb }),
            ...(taskCpuSec === null ? {} : { cpuSec: taskCpuSec }),
          },
          httpAllow,
          approve: options.approve === true,
          asked: (task, words) => process.stderr.write(`${code}: ${task}: ${words}\n`),
          signal: stop.signal,
          failed: (found) => (logs = found),
        });
        printRunSummary(
          {
            runId,
            run: status,
            tasks: Object.fromEntries(tasks.map((view) => [refText(view), view.status])),
            attempts: Object.fromEntries(tasks.map((view) => [refText(view), view.attempt])),
          },
          options.json === true,
        );
        for (const view of tasks)
          if (view.status === 'failed') {
            process.stderr.write(`task.failed: ${refText(view)}: ${view.reason ?? 'no reason'}\n`);
            const log = logs.find(({ task }) => task === refText(view));
            if (log) process.stderr.write(logText(log, options.data !== undefined));
          }
        if (status !== 'success' && reason) process.stderr.write(`run.${status}: ${reason}\n`);
        process.exitCode =
          status === 'success' ? exitCodes.good : status === 'cancelled' ? exitCodes.cancelled : exitCodes.problems;
      } catch (error) {
        if (error instanceof DataDirectoryError) throw new Exit(exitCodes.problems, error.code, error.message);
        throw error;
      } finally {
        process.off('SIGINT', onSignal);
        process.off('SIGTERM', onSignal);
      }
    });
}

/** The end of a log, set in, and where all of it is. A temporary data folder is gone by now. */
function logText({ lines, cut }: FailedLog, kept: boolean): string {
  const whole = kept
    ? 'The whole log is in the data folder: start Drawloom on it (DRAWLOOM_DATA) and open the run.'
    : 'Run it with --data FOLDER to keep the whole log.';
  return [...lines, ...(cut ? [whole] : [])].map((line) => `    ${line}\n`).join('');
}
