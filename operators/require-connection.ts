import type { JsonObject } from '#domain/definition/schema/json.ts';
import { CodedFailure, type RunContext } from './runner.ts';

/**
 * The connection that a config names, secrets filled in; null when it names none. Throws CodedFailure
 * `connection.missing`, or `connection.type` when it is of none of these types.
 */
export async function requireConnection(
  config: JsonObject,
  context: Pick<RunContext, 'connection'>,
  types: readonly string[],
): Promise<JsonObject | null> {
  const name = typeof config.connection === 'string' ? config.connection.trim() : '';
  if (name === '') return null;
  const connection = await context.connection?.(name);
  if (!connection)
    throw new CodedFailure('connection.missing', `There is no connection ${name}. Make it, or choose another.`, 'never');
  if (typeof connection.type === 'string' && !types.includes(connection.type))
    throw new CodedFailure(
      'connection.type',
      `The connection ${name} is of type ${connection.type}; this task wants ${types.join(' or ')}. Choose another.`,
      'never',
    );
  return connection;
}
