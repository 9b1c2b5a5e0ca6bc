import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Refusal } from '#server/refusal.ts';
import { askLoopback } from './ask-loopback.ts';
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

/** What an answer carries, as `answerCommand` writes it. */
interface Answer {
  result?: { data?: unknown };
  error?: { message: string; data?: Partial<{ httpStatus: number; reason: string; details: unknown }> };
}

/** What the engine refused, as it was meant there. */
function refused({ message, data }: NonNullable<Answer['error']>): Refusal {
  if (!data?.reason) return unreachable(new Error(message));
  const status = statuses.has(data.httpStatus ?? 0) ? (data.httpStatus as Refusal['status']) : 503;
  return new Refusal(data.reason, message, status, data.details);
}

/**
 * The engine's commands, as its process serves them (docs/decisions/0002): `engine.json` is read for each call, so a
 * restarted engine is found at once. Rejects with a Refusal: the engine's own, or `engine.unreachable` (503).
 */
export function connectEngine(dataDir: string): EngineCommands {
  const file = path.join(dataDir, 'engine.json');
  const call = async (command: keyof EngineCommands, input: unknown): Promise<unknown> => {
    const { port, token } = readAddress(file);
    const said = input === undefined ? undefined : JSON.stringify(input);
    const headers = { authorization: `Bearer ${token}` };
    let answer: Answer;
    try {
      const { text } = questions.has(command)
        ? await askLoopback(port, `/${command}${said === undefined ? '' : `?input=${encodeURIComponent(said)}`}`, headers)
        : await askLoopback(port, `/${command}`, headers, said ?? '');
      answer = JSON.parse(text) as Answer;
    } catch (error) {
      throw unreachable(error);
    }
    if (answer.error) throw refused(answer.error);
    return answer.result?.data;
  };
  return new Proxy({} as EngineCommands, {
    get: (_, command) =>
      typeof command === 'string' && command !== 'then'
        ? (input: unknown) => call(command as keyof EngineCommands, input)
        : undefined,
  });
}
