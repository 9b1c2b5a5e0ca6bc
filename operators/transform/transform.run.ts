import path from 'node:path';
import type { JsonObject } from '#domain/definition/schema/json.ts';
import { processFailure } from '#operators/process-failure.ts';
import { CodedFailure, type ProcessRunner } from '#operators/runner.ts';
import type { TableJob } from '#operators/table-job.ts';
import { tableSource } from '#operators/table-source.ts';

export const runner: ProcessRunner = {
  kind: 'process',
  prepare(config, context) {
    const output = config.output as TableJob['output'];
    const files: Record<string, string> = {};
    const tables = Object.entries((config.tables ?? {}) as JsonObject).map(([name, value], at) => {
      const found = tableSource(name, value, context.resolveFile);
      if ('file' in found) return { name, ...found };
      const own = `table-${at}.json`;
      files[own] = JSON.stringify(found.rows);
      return { name, file: path.join(context.directory, own), format: 'json' as const };
    });
    if (tables.length === 0) throw new CodedFailure('config', 'A transformation wants a table. Add one.', 'never');
    const job: TableJob = {
      tables,
      query: String(config.query),
      output,
      artifact: output === 'rows' ? null : `${context.taskId}.${output}`,
    };
    return {
      argv: [process.execPath, '--no-warnings', path.join(context.programDirectory, 'transform-worker.js')],
      files: { ...files, 'transform.json': JSON.stringify(job) },
    };
  },
  finish(_config, end) {
    return processFailure(end) ?? { type: 'done', ...(end.output !== undefined ? { output: end.output } : {}) };
  },
};
