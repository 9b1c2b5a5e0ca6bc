import { z } from 'zod';
import { Refusal } from '#server/refusal.ts';

const failure = z.object({ error: z.object({ message: z.string(), data: z.looseObject({ reason: z.string() }) }) });
/** Longer than any answer takes on a busy machine; a request that was cut off is asked again. */
const answerWithinMs = 15_000;

/** The pages as a browser talks to them: HTTP with a session, the same requests, nothing else. */
export class Pages {
  private cookies = '';

  constructor(readonly address: string) {}

  /** Makes the owner's account with the printed token, and is signed in from then on. */
  async becomeOwner(token: string): Promise<void> {
    const account = { name: 'Mara Lind', email: 'mara@example.com', password: 'a-long-night-in-march' };
    const answer = await this.send('POST', 'session.createOwner', { token, ...account });
    if (!answer.ok) throw new Error(`No owner could be made: ${await answer.text()}`);
    this.cookies = answer.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; ');
  }

  /** Whether they answer at all. */
  async answers(): Promise<boolean> {
    const answer = await fetch(`${this.address}/api/health/live`, { signal: AbortSignal.timeout(2_000) }).catch(() => null);
    return answer?.ok ?? false;
  }

  query(procedure: string, input: unknown): Promise<unknown> {
    return this.ask('GET', procedure, input);
  }

  mutate(procedure: string, input: unknown): Promise<unknown> {
    return this.ask('POST', procedure, input);
  }

  /** Rejects with the Refusal that was answered; with `pages.unreachable` (503) when nothing that can be understood was. */
  private async ask(method: 'GET' | 'POST', procedure: string, input: unknown): Promise<unknown> {
    let status: number;
    let body: unknown;
    try {
      const answer = await this.send(method, procedure, input);
      status = answer.status;
      body = await answer.json();
    } catch {
      throw new Refusal('pages.unreachable', 'The pages do not answer.', 503);
    }
    const refused = failure.safeParse(body);
    if (!refused.success) return (body as { result: { data: unknown } }).result.data;
    const { message, data } = refused.data.error;
    throw new Refusal(data.reason, message, status as Refusal['status'], (data as { details?: unknown }).details);
  }

  private send(method: 'GET' | 'POST', procedure: string, input: unknown): Promise<Response> {
    const url = `${this.address}/api/trpc/${procedure}`;
    return fetch(method === 'GET' ? `${url}?input=${encodeURIComponent(JSON.stringify(input))}` : url, {
      method,
      headers: { 'content-type': 'application/json', origin: this.address, cookie: this.cookies },
      signal: AbortSignal.timeout(answerWithinMs),
      ...(method === 'POST' ? { body: JSON.stringify(input) } : {}),
    });
  }
}
