import type { JsonObject } from '#domain/definition/schema/json.ts';
import { vettedAgent } from '#operators/vetted-agent.ts';
import type { Probe } from './probe.ts';

function headersOf({ token, username, password, headers }: JsonObject): Record<string, string> {
  const own = { ...((headers ?? {}) as Record<string, string>) };
  if (typeof token === 'string') own.authorization = `Bearer ${token}`;
  else if (typeof username === 'string')
    own.authorization = `Basic ${Buffer.from(`${username}:${String(password ?? '')}`).toString('base64')}`;
  return own;
}

/**
 * Asks for the base address with the sign-in; a webhook is asked by OPTIONS, which posts nothing. Redirects are not
 * followed: the secret stays at its host.
 */
export const probeHttp: Probe = async (connection, network) => {
  const { request } = await import('undici');
  if (typeof connection.url !== 'string') return { ok: false, message: 'The address is not there. Type it again.' };
  const url = new URL(connection.url);
  for (const [name, value] of Object.entries((connection.query ?? {}) as JsonObject)) url.searchParams.set(name, String(value));
  const agent = vettedAgent(network, 8_000);
  try {
    const { statusCode, body } = await request(url, {
      method: connection.type === 'webhook' ? 'OPTIONS' : 'GET',
      dispatcher: agent,
      headers: { 'user-agent': 'drawloom', accept: '*/*', ...headersOf(connection) },
    });
    await body.dump();
    if (connection.type === 'webhook') return { ok: true, message: `${url.host} answers. Nothing was posted.` };
    if (statusCode === 401 || statusCode === 403 || statusCode === 407)
      return { ok: false, message: `${url.host} answers ${statusCode}: the sign-in is not accepted.` };
    if (statusCode >= 500) return { ok: false, message: `${url.host} answers ${statusCode}: the server is in trouble.` };
    const at = statusCode === 404 ? ' (nothing stands at the base address itself, which is no fault)' : '';
    return { ok: true, message: `${url.host} answers ${statusCode}${at}.` };
  } finally {
    await agent.destroy().catch(() => {});
  }
};
