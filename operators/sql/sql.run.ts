import path from 'node:path';
import { CodedFailure, type ProcessRunner, type RunContext } from '#operators/runner.ts';
import type { JsonObject } from '#domain/definition/schema/json.ts';
import { processFailure } from '#operators/process-failure.ts';
import type { SqlJob } from './sql-job.ts';

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** Address of the PostgreSQL database: of the connection, else the one that is written out. */
async function addressOf(config: JsonObject, context: RunContext): Promise<string> {
  const name = text(config.connection);
  if (name === '') {
    const url = text(config.url);
    if (/^postgres(ql)?:\/\//.test(url)) return url;
    throw new CodedFailure(
      'config',
      'PostgreSQL wants a connection, or an address such as postgresql://localhost/shop.',
      'never',
    );
  }
  const connection = await context.connection?.(name);
  if (typeof connection?.url !== 'string')
    throw new CodedFailure(
      'connection.missing',
      `There is no connection ${name} to PostgreSQL. Make it, or choose another.`,
      'never',
    );
  return connection.url;
}

export const runner: ProcessRunner = {
  kind: 'process',
  async prepare(config, context) {
    const database = config.database as SqlJob['database'];
    const file = text(config.file);
    const job: SqlJob = {
      database,
      file: file === '' || database === 'postgres' ? null : context.resolveFile(file),
      url: database === 'postgres' ? await addressOf(config, context) : null,
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
