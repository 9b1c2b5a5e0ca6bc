import path from 'node:path';
import type { JsonObject } from '#domain/definition/schema/json.ts';
import { CodedFailure, type RunContext } from '#operators/runner.ts';

/**
 * The file of `path` (absolute). Throws CodedFailure `file.outside`. Artifacts belong to the run that made them: they are
 * read and copied, nothing else.
 */
export function vetPlace(config: JsonObject, context: Pick<RunContext, 'resolveFile' | 'filesDirectory'>): string {
  const file = context.resolveFile(String(config.path));
  const reads = config.action === 'read' || config.action === 'copy';
  if (!reads && path.relative(context.filesDirectory, file).startsWith('..'))
    throw new CodedFailure('file.outside', `${String(config.path)} is not in the folder files. Copy it there first.`, 'never');
  return file;
}
