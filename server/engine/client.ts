import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createTRPCUntypedClient, httpLink, TRPCClientError, type TRPCUntypedClient } from '@trpc/client';
import type { AnyRouter } from '@trpc/server';
import { Refusal } from '#server/refusal.ts';
import type { EngineCommands } from './commands.ts';

/** Commands that change nothing: they are asked with GET, and may be asked again. */
const questions = new Set<keyof EngineCommands>([
  'nextOccurrences',
  'waiting',
  'news',
  'status',
  'metrics',
  'selfCheck',
  'pools',
]);
const statuses = new Set([400, 401, 403, 404, 405, 409, 413, 422, 429, 503]);

interface Address {
  port: number;
  token: string;
}

function unreachable(cause?: unknown): Refusal {
  const refusal = new Refusal(
    'engine.unreachable',
    'The engine does not answer. It starts again by itself; try in a moment.',
    503,
  );
  refusal.cause = cause;
  return refusal;
}

function readAddress(file: string): Address {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Address;
  } catch (error) {
    throw unreachable(error);
  }
}

/** What the engine refused, as it was meant there; anything else means that it could not be asked. */
function understand(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  const data =
    error instanceof TRPCClientError
      ? (error.data as Partial<{ httpStatus: number; reason: string; details: unknown }> | null)
      : null;
  if (!data?.reason) return unreachable(error);
  const status = statuses.has(data.httpStatus ?? 0) ? (data.httpStatus as Refusal['status']) : 503;
  return new Refusal(data.reason, (error as Error).message, status, data.details);
}

/**
 * The engine's commands, as its process serves them (docs/decisions/0002): `engine.json` is read for each call, so a
 * restarted engine is found at once. Rejects with a Refusal: the engine's own, or `engine.unreachable` (503).
 */
export function connectEngine(dataDir: string): EngineCommands {
  const file = path.join(dataDir, 'engine.json');
  let known: (Address & { client: TRPCUntypedClient<AnyRouter> }) | null = null;
  const client = () => {
    const { port, token } = readAddress(file);
    if (known?.port !== port || known.token !== token) {
      const link = httpLink({ url: `http://127.0.0.1:${port}`, headers: { authorization: `Bearer ${token}` } });
      known = { port, token, client: createTRPCUntypedClient({ links: [link] }) };
    }
    return known.client;
  };
  const call = async (command: keyof EngineCommands, input: unknown): Promise<unknown> => {
    try {
      return questions.has(command) ? await client().query(command, input) : await client().mutation(command, input);
    } catch (error) {
      throw understand(error);
    }
  };
  return new Proxy({} as EngineCommands, {
    get: (_, command) =>
      typeof command === 'string' && command !== 'then'
        ? (input: unknown) => call(command as keyof EngineCommands, input)
        : undefined,
  });
}
