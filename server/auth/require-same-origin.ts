import { Refusal } from '#server/refusal.ts';
import type { Config } from '#server/boot/config.ts';

const loopback = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;
const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses an unsafe request (403 `request.origin`) that another site may have sent: its Origin must be the address people
 * type, and the browser must call it same-origin. Bound to loopback, any loopback name of our port will do; another name
 * that resolves to it will not (DNS rebinding).
 */
export function requireSameOrigin(request: Request, config: Pick<Config, 'origin' | 'host'>): void {
  if (safe.has(request.method)) return;
  const refuse = (why: string) => {
    throw new Refusal(
      'request.origin',
      `This request came from another address (${why}). Open Drawloom at ${config.origin}, or set DRAWLOOM_ORIGIN.`,
      403,
    );
  };
  const site = request.headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin') refuse(site);
  const origin = request.headers.get('origin');
  if (origin === null || !URL.canParse(origin)) return refuse('no origin');
  if (origin === config.origin) return;
  const from = new URL(origin);
  const own = new URL(config.origin);
  if (loopback.test(own.hostname) && loopback.test(from.hostname) && from.port === own.port && from.protocol === own.protocol)
    return;
  // Listening on every address without a name of its own: the name the browser used must be the one it sends.
  const everywhere = config.host === '0.0.0.0' || config.host === '::';
  if (everywhere && own.hostname.replace(/[[\]]/g, '') === config.host && from.host === request.headers.get('host')) return;
  refuse(origin);
}
