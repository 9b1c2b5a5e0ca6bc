import { request } from 'undici';
import type { Json, JsonObject } from '#domain/definition/schema/json.ts';
import { CodedFailure, type RunContext } from '#operators/runner.ts';
import { vettedAgent } from '#operators/vetted-agent.ts';

const timeoutMs = 30_000;

/**
 * Posts `{text, run}` as JSON: what chat services take, with the facts beside it; of an alert also `alert`, what it is about. `Idempotency-Key` is the same for every
 * attempt. Redirects are not followed. Throws CodedFailure `http` or `http.address`.
 */
export async function callWebhook(config: JsonObject, connection: JsonObject | null, context: RunContext): Promise<Json> {
  const place = connection?.url ?? config.url;
  if (typeof place !== 'string' || !/^https?:\/\//.test(place))
    throw new CodedFailure('config', 'Write an address such as https://hooks.example.com/…, or choose a connection.', 'never');
  const agent = vettedAgent(context.network, timeoutMs);
  try {
    const { statusCode, body } = await request(place, {
      method: 'POST',
      dispatcher: agent,
      signal: context.signal,
      headers: {
        'content-type': 'application/json',
        'user-agent': 'drawloom',
        'idempotency-key': context.idempotencyKey,
        ...((connection?.headers ?? {}) as Record<string, string>),
      },
      body: JSON.stringify({
        text: String(config.message),
        run: {
          id: context.runId === '' ? null : context.runId,
          task: context.taskId === '' ? null : context.taskId,
          workflow: context.run.workflow ?? null,
        },
        ...(config.alert === undefined ? {} : { alert: config.alert }),
      }),
    });
    await body.dump();
    if (statusCode >= 200 && statusCode < 300) return { status: statusCode };
    throw new CodedFailure(
      'http',
      `http ${statusCode}`,
      statusCode >= 500 || statusCode === 429 || statusCode === 408 ? 'policy' : 'never',
    );
  } catch (error) {
    if (error instanceof CodedFailure || context.signal.aborted) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    throw new CodedFailure('http', `http: the webhook cannot be reached (${code ?? message})`);
  } finally {
    await agent.destroy().catch(() => {});
  }
}
