import type { IncomingMessage, ServerResponse } from 'node:http';
import { callTRPCProcedure, getTRPCErrorFromUnknown, getTRPCErrorShape, TRPCError } from '@trpc/server';
import { getHTTPStatusCodeFromError } from '@trpc/server/http';
import type { CommandContext, CommandRouter } from './command-router.ts';

/** A workflow may have 10 MiB; a draft to be run comes whole. */
const longestBody = 12 * 1024 * 1024;

/**
 * Answers one request to the commands: `GET /name?input=JSON` for questions, `POST /name` with a JSON body for commands, as tRPC's own
 * HTTP does without batches: `{result: {data}}`, or `{error}` with the status of the refusal. Written out because tRPC's adapter makes
 * a `Request`, a `Response` and two streams of each: 1 ms of the 3.5 ms that a trigger took.
 */
export async function answerCommand(
  router: CommandRouter,
  context: CommandContext,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://engine');
  const name = pathname.slice(1);
  const type = request.method === 'GET' ? 'query' : 'mutation';
  try {
    if (type === 'mutation' && request.method !== 'POST')
      throw new TRPCError({ code: 'METHOD_NOT_SUPPORTED', message: 'Questions are asked with GET, commands with POST.' });
    const data: unknown = await callTRPCProcedure({
      router,
      path: name,
      type,
      ctx: context,
      getRawInput: async () => parse(type === 'query' ? searchParams.get('input') : await bodyOf(request)),
      signal: undefined,
      batchIndex: 0,
    });
    send(response, 200, { result: { data } });
  } catch (cause) {
    const error = getTRPCErrorFromUnknown(cause);
    const { _config: config } = router._def;
    const shape = getTRPCErrorShape({ config, error, type, path: name, input: undefined, ctx: context });
    send(response, getHTTPStatusCodeFromError(error), { error: shape });
    // What was not read of a body is read away: it must not be taken for the next request.
    request.resume();
  }
}

function send(response: ServerResponse, status: number, answer: unknown): void {
  const text = Buffer.from(JSON.stringify(answer));
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': text.length });
  response.end(text);
}

function parse(text: string | null): unknown {
  if (text === null || text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new TRPCError({ code: 'PARSE_ERROR', message: 'The input is not JSON.', cause });
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let length = 0;
  // Destroyed, as a stream is that is left early, it would take the answer with it.
  for await (const part of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > longestBody)
      throw new TRPCError({ code: 'PAYLOAD_TOO_LARGE', message: `A command may have ${longestBody} bytes, this one has more.` });
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}
