import path from 'node:path';
import { requireConnection } from '#operators/require-connection.ts';
import { CodedFailure, type ProcessRunner } from '#operators/runner.ts';
import type { JsonObject } from '#domain/definition/schema/json.ts';
import { processFailure } from '#operators/process-failure.ts';
import type { SqlJob } from './sql-job.ts';

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** Address of the PostgreSQL database: of the connection, else the one that is written out. */
function addressOf(config: JsonObject, connection: JsonObject | null): string {
  const url = connection ? text(connection.url) : text(config.url);
  if (/^postgres(ql)?:\/\//.test(url)) return url;
  throw new CodedFailure('config', 'PostgreSQL wants a connection, or an address such as postgresql://localhost/shop.', 'never');
}

export const runner: ProcessRunner = {
  kind: 'process',
  async prepare(config, context) {
    const database = config.database as SqlJob['database'];
    const connection = await requireConnection(config, context, [database]);
    const file = connection ? text(connection.file) : text(config.file);
    const job: SqlJob = {
      database,
      file: file === '' || database === 'postgres' ? null : context.resolveFile(file),
      readOnly: connection?.readOnly === true,
      url: database === 'postgres' ? addressOf(config, connection) : null,
      query: String(config.query),
      parameters: (config.parameters ?? {}) as SqlJob['parameters'],
      output: config.output as SqlJob['output'],
      artifact: `${context.taskId}.parquet`,
    };
    return {
      argv: [process.execPath, '--no-warnings', path.join(context.programDirectory, 'sql-worker.js')],
      files: { 'sql.json': JSON.stringify(job) },
    };
  },
  finish(_config, end) {
    return processFailure(end) ?? { type: 'done', ...(end.output !== undefined ? { output: end.output } : {}) };
  },
};
