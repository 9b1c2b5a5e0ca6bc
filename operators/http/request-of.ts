import type { Json, JsonObject } from '#domain/definition/schema/json.ts';
import { CodedFailure } from '#operators/runner.ts';

/** A request, ready to be sent. */
export interface HttpRequest {
  method: string;
  url: URL;
  headers: Record<string, string>;
  body: string | null;
  /** Headers and fields of the query that hold a secret; they are sent to this origin and no other. */
  secret: { origin: string; headers: Record<string, string>; query: Record<string, string> } | null;
}

/** Headers that a connection adds: its own, and what its kind of sign-in makes. */
function secretHeaders(connection: JsonObject): Record<string, string> {
  const headers = { ...((connection.headers ?? {}) as Record<string, string>) };
  if (typeof connection.token === 'string') headers.authorization = `Bearer ${connection.token}`;
  else if (typeof connection.username === 'string')
    headers.authorization = `Basic ${Buffer.from(`${connection.username}:${String(connection.password ?? '')}`).toString('base64')}`;
  return headers;
}

/** Makes the request of a config; `connection` is resolved already. Throws CodedFailure `config` or `connection.host`. */
export function requestOf(config: JsonObject, connection: JsonObject | null): HttpRequest {
  const base = typeof connection?.url === 'string' ? connection.url : undefined;
  let url: URL;
  try {
    url = new URL(String(config.url), base);
  } catch {
    throw new CodedFailure(
      'config',
      `${String(config.url)} is no address. Write one such as https://api.example.com/orders.`,
      'never',
    );
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new CodedFailure('config', `${url.protocol} cannot be requested. Write an address with https:// or http://.`, 'never');
  if (base !== undefined && url.origin !== new URL(base).origin)
    throw new CodedFailure(
      'connection.host',
      `The connection belongs to ${new URL(base).host}; its secret is not sent to ${url.host}.`,
      'never',
    );
  for (const [name, value] of Object.entries((config.query ?? {}) as Record<string, Json>))
    url.searchParams.append(name, String(value));
  const headers: Record<string, string> = {
    'user-agent': 'drawloom',
    accept: config.response === 'json' ? 'application/json' : '*/*',
  };
  for (const [name, value] of Object.entries((config.headers ?? {}) as Record<string, string>))
    headers[name.toLowerCase()] = value;
  let body: string | null = null;
  if (config.body !== undefined && config.body !== '' && config.method !== 'GET' && config.method !== 'HEAD') {
    body = typeof config.body === 'string' ? config.body : JSON.stringify(config.body);
    headers['content-type'] ??= looksLikeJson(body) ? 'application/json' : 'text/plain; charset=utf-8';
  }
  return {
    method: String(config.method ?? 'GET'),
    url,
    headers,
    body,
    secret: connection
      ? {
          origin: url.origin,
          headers: secretHeaders(connection),
          query: (connection.query ?? {}) as Record<string, string>,
        }
      : null,
  };
}

function looksLikeJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
