import path from 'node:path';
import type { Json, JsonObject } from '#domain/definition/schema/json.ts';
import { requireConnection } from '#operators/require-connection.ts';
import { CodedFailure, type InProcessRunner, type Outcome, type RunContext } from '#operators/runner.ts';
import type { HttpRequest } from './request-of.ts';
import type { HttpAnswer } from './send.ts';

interface Pages {
  next: string;
  items?: string;
  max: number;
}

/** One conversation with a server: everything that its requests share. */
interface Talk {
  config: JsonObject;
  context: RunContext;
  send(request: HttpRequest): Promise<HttpAnswer>;
}

/** Fails for a status that is not expected, with the beginning of what the server says about it. */
async function expectStatus(answer: HttpAnswer, expected: string | undefined): Promise<void> {
  const { isExpected, isTransient } = await import('./expected-status.ts');
  const status = answer.statusCode;
  if (isExpected(status, expected)) return;
  const { readText } = await import('./read-body.ts');
  const said = (await readText(answer).catch(() => '')).replace(/\s+/g, ' ').trim().slice(0, 200);
  throw new CodedFailure('http', `http ${status}${said ? `: ${said}` : ''}`, isTransient(status) ? 'policy' : 'never');
}

async function ask(talk: Talk, request: HttpRequest): Promise<HttpAnswer> {
  const answer = await talk.send(request);
  await expectStatus(answer, talk.config.expectStatus as string | undefined);
  return answer;
}

async function askPages(talk: Talk, first: HttpRequest, pages: Pages): Promise<Json> {
  const { entriesOf, nextPage } = await import('./next-page.ts');
  const { readJson } = await import('./read-body.ts');
  const all: Json[] = [];
  let request: HttpRequest | null = first;
  for (let page = 1; request; page++) {
    const answer: HttpAnswer = await ask(talk, request);
    const body = await readJson(answer);
    all.push(...entriesOf(body, pages.items));
    const next = nextPage(body, answer.headers.link as string | undefined, pages.next, request.url);
    if (next && page === pages.max)
      throw new CodedFailure('http', `http: there are more than ${pages.max} pages. Raise the number, or ask for less.`, 'never');
    request = next ? { ...request, url: next } : null;
  }
  talk.context.log(`${all.length} entries`);
  return all;
}

async function askOnce(talk: Talk, request: HttpRequest): Promise<Json> {
  const { readJson, readText, keepBody } = await import('./read-body.ts');
  const answer = await ask(talk, request);
  if (request.method === 'HEAD') {
    await answer.body.dump();
    return Object.fromEntries(Object.entries(answer.headers).map(([name, value]) => [name, value ?? null])) as JsonObject;
  }
  if (talk.config.response === 'artifact')
    return {
      $artifact: await keepBody(answer, request.url, path.join(talk.context.directory, 'artifacts')),
      status: answer.statusCode,
    };
  return talk.config.response === 'text' ? readText(answer) : readJson(answer);
}

export const runner: InProcessRunner = {
  kind: 'in-process',
  async run(config, context): Promise<Outcome> {
    const { requestOf } = await import('./request-of.ts');
    const { send } = await import('./send.ts');
    const { vettedAgent } = await import('#operators/vetted-agent.ts');
    const request = requestOf(config, await requireConnection(config, context, ['http']));
    const timeoutMs = Number(config.timeoutSec ?? 60) * 1000;
    const agent = vettedAgent(context.network, timeoutMs);
    const slow = new CodedFailure('timeout', `timeout: ${request.url.host} did not answer within ${timeoutMs / 1000} s`);
    try {
      const talk: Talk = {
        config,
        context,
        async send(one) {
          const clock = new AbortController();
          const timer = setTimeout(() => clock.abort(slow), timeoutMs);
          try {
            return await send(one, agent, AbortSignal.any([clock.signal, context.signal]), context.log);
          } finally {
            clearTimeout(timer);
          }
        },
      };
      const output = config.pages
        ? await askPages(talk, request, config.pages as unknown as Pages)
        : await askOnce(talk, request);
      return { type: 'done', output };
    } finally {
      await agent.destroy().catch(() => {});
    }
  },
};
