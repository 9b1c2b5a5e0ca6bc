import { request, type Dispatcher } from 'undici';
import { CodedFailure } from '#operators/runner.ts';
import type { HttpRequest } from './request-of.ts';

const mostRedirects = 5;

/** A server's answer, its body not read yet. */
export type HttpAnswer = Dispatcher.ResponseData;

/** Headers that belong to the origin they were written for. */
const ofOrigin = /^(authorization|cookie|proxy-authorization)$/;

/**
 * Sends a request and follows its redirects, each of them vetted by the agent like the first. At another origin nothing
 * secret goes along. Throws CodedFailure `http` (the server cannot be reached) or what the agent refused.
 */
export async function send(
  wanted: HttpRequest,
  agent: Dispatcher,
  signal: AbortSignal,
  log: (line: string) => void,
): Promise<HttpAnswer> {
  let { url, method, body } = wanted;
  for (let hop = 0; ; hop++) {
    const home = url.origin === wanted.url.origin;
    const plain = Object.entries(wanted.headers).filter(([name]) => home || !ofOrigin.test(name));
    const headers: Record<string, string> = Object.fromEntries(plain);
    if (body === null) delete headers['content-type'];
    const secret = wanted.secret?.origin === url.origin ? wanted.secret : null;
    Object.assign(headers, secret?.headers);
    const answer = await ask(withQuery(url, secret?.query ?? {}), {
      method: method as Dispatcher.HttpMethod,
      headers,
      body,
      dispatcher: agent,
      signal,
    });
    log(`${method} ${url.origin}${url.pathname} → ${answer.statusCode}`);
    const location = answer.headers.location;
    if (![301, 302, 303, 307, 308].includes(answer.statusCode) || typeof location !== 'string') return answer;
    await answer.body.dump();
    if (hop === mostRedirects)
      throw new CodedFailure('http', `http: more than ${mostRedirects} redirects, the last to ${location}`, 'never');
    url = new URL(location, url);
    if (url.protocol !== 'http:' && url.protocol !== 'https:')
      throw new CodedFailure('http', `http: a redirect to ${url.protocol} is not followed`, 'never');
    // As browsers do: 303, and 301 and 302 of a POST, become a GET; 307 and 308 repeat the request.
    if (answer.statusCode === 303 || (answer.statusCode < 303 && method === 'POST')) [method, body] = ['GET', null];
  }
}

/** The address as it is sent; the one without the secret goes into logs, and is what redirects start from. */
function withQuery(url: URL, query: Record<string, string>): URL {
  const sent = new URL(url);
  for (const [name, value] of Object.entries(query)) sent.searchParams.set(name, value);
  return sent;
}

interface AskOptions {
  method: Dispatcher.HttpMethod;
  headers: Record<string, string>;
  body: string | null;
  dispatcher: Dispatcher;
  signal: AbortSignal;
}

async function ask(url: URL, options: AskOptions): Promise<HttpAnswer> {
  try {
    return await request(url, options);
  } catch (error) {
    if (error instanceof CodedFailure) throw error;
    if (options.signal.aborted) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    throw new CodedFailure('http', `http: ${url.host} cannot be reached (${code ?? message})`);
  }
}
