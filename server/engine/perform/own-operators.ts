import path from 'node:path';
import type { Json } from '#domain/definition/schema/json.ts';
import type { Manifest } from '#domain/definition/schema/manifest.ts';
import { processFailure } from '#operators/process-failure.ts';
import { requireConnection } from '#operators/require-connection.ts';
import { CodedFailure, type Outcome, type ProcessEnd, type ProcessRunner, type RunContext } from '#operators/runner.ts';
import type { OperatorCatalog } from '#server/operators/operator-catalog.ts';
import type { OwnOperator } from '#server/operators/own-operator.ts';
import { snapshotOperator } from '#server/operators/snapshot-operator.ts';
import type { Operator } from './perform-parts.ts';

/** How an attempt of a person's own operator runs, and how its end is judged; null when there is no such operator. */
export function ownOperator(catalog: Pick<OperatorCatalog, 'find'>, name: string): (Operator & { runner: ProcessRunner }) | null {
  const own = catalog.find(name);
  if (!own) return null;
  if (own.ready) return { manifest: own.ready.manifest, runner: runnerOf(own, own.ready) };
  throw new CodedFailure(
    'operator.broken',
    `The operator ${name} is broken: ${own.problems[0]?.message ?? 'see Operators.'} (folder ${own.folder})`,
    'policy',
  );
}

/** Judges an attempt whose operator is not there any more: everything that counts lies in its directory. */
export const orphanOperator: Operator & { runner: ProcessRunner } = {
  manifest: {
    type: 'removed',
    version: 1,
    title: 'Removed operator',
    group: 'Your operators',
    icon: 'box',
    description: '',
    summary: '',
    ports: ['out'],
    configSchema: { type: 'object' },
    hints: {},
    defaults: {},
    sideEffects: 'external',
  },
  runner: {
    kind: 'process',
    prepare() {
      throw new CodedFailure('config', 'This operator was removed.', 'never');
    },
    finish: (_config, end) => outcomeOf(end, null),
  },
};

function runnerOf(own: OwnOperator, { manifest, program }: NonNullable<OwnOperator['ready']>): ProcessRunner {
  return {
    kind: 'process',
    async prepare(config, context) {
      const copy = await snapshotOperator(own.directory, path.join(context.cacheDirectory, 'operators'));
      const [first, ...rest] = program.map((part) => ('file' in part ? path.join(copy, part.file) : part.word));
      const connections = await connectionsOf(manifest, config, context);
      // Node reserves far more addresses than it uses: its own bound on the heap is the one that means something.
      const { memoryMb } = context.limits ?? {};
      const heap = first === process.execPath && memoryMb !== undefined ? [`--max-old-space-size=${memoryMb}`] : [];
      return {
        ...(first === process.execPath ? { memoryBy: 'interpreter' as const } : {}),
        argv: [first as string, ...heap, ...rest],
        env: {
          DRAWLOOM_OPERATOR: copy,
          PYTHONDONTWRITEBYTECODE: '1',
          PYTHONIOENCODING: 'utf-8',
          PYTHONUNBUFFERED: '1',
          ...(connections ? { DRAWLOOM_CONNECTIONS: path.join(context.directory, 'connections.json') } : {}),
        },
        files: {
          operator: `${path.basename(copy)}\n`,
          ...(connections ? { 'connections.json': JSON.stringify(connections) } : {}),
        },
      };
    },
    finish: (_config, end) => outcomeOf(end, manifest),
  };
}

/** The connections that the config names, by field, secrets filled in; null when no field of the operator takes one. */
async function connectionsOf(
  { hints, credentials }: Manifest,
  config: Parameters<ProcessRunner['prepare']>[0],
  context: RunContext,
): Promise<Record<string, Json> | null> {
  const fields = Object.entries(hints).filter(([, { widget }]) => widget === 'connection');
  if (fields.length === 0) return null;
  const found: Record<string, Json> = {};
  for (const [field, { accepts }] of fields) {
    const types = Array.isArray(accepts) ? accepts : accepts ? (accepts.of[String(config[accepts.path])] ?? []) : credentials;
    const named = { connection: config[field] ?? '' };
    const connection = await (types && types.length > 0
      ? requireConnection(named, context, types)
      : anyConnection(named.connection, context));
    if (connection) found[field] = connection;
  }
  return found;
}

async function anyConnection(name: Json, context: RunContext) {
  if (typeof name !== 'string' || name.trim() === '') return null;
  const connection = await context.connection?.(name.trim());
  if (connection) return connection;
  throw new CodedFailure('connection.missing', `There is no connection ${name}. Make it, or choose another.`, 'never');
}

/** `{"$ports": ["late"], "output": …}` opens ports; anything else is the output itself. */
function outcomeOf(end: ProcessEnd, manifest: Manifest | null): Outcome {
  const failure = processFailure(end);
  if (failure) return failure;
  const { output } = end;
  if (typeof output !== 'object' || output === null || Array.isArray(output) || !('$ports' in output))
    return { type: 'done', ...(output === undefined ? {} : { output }) };
  const { $ports: ports, output: value } = output;
  const wrong = (message: string): Outcome => ({ type: 'failed', error: { code: 'output', message }, retry: 'never' });
  if (!Array.isArray(ports) || !ports.every((port) => typeof port === 'string'))
    return wrong('"$ports" of the output is a list of port names.');
  const fixed = manifest && Array.isArray(manifest.ports) ? manifest.ports : null;
  const unknown = ports.find((port) => fixed && !fixed.includes(port));
  if (unknown !== undefined) return wrong(`The operator has no port ${unknown}. There are ${fixed?.join(', ')}.`);
  return { type: 'done', ports, ...(value === undefined ? {} : { output: value }) };
}
