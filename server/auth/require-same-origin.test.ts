import { describe, expect, it } from 'vitest';
import { requireSameOrigin } from './require-same-origin.ts';

const local = { origin: 'http://127.0.0.1:3000', host: '127.0.0.1' };
const proxied = { origin: 'https://loom.example.com', host: '127.0.0.1' };
const everywhere = { origin: 'http://0.0.0.0:3000', host: '0.0.0.0' };

function judge(config: typeof local, headers: Record<string, string>, method = 'POST'): 'passes' | string {
  // A browser sets these; Request would not let a script do it, so they are handed in apart.
  const request = { method, headers: new Headers(headers) } as Request;
  try {
    requireSameOrigin(request, config);
    return 'passes';
  } catch (error) {
    return (error as { code: string }).code;
  }
}

describe('requireSameOrigin', () => {
  it.each([
    ['our own page', local, { origin: 'http://127.0.0.1:3000', 'sec-fetch-site': 'same-origin' }, 'passes'],
    ['an old browser without Sec-Fetch-Site', local, { origin: 'http://127.0.0.1:3000' }, 'passes'],
    ['localhost for 127.0.0.1', local, { origin: 'http://localhost:3000', 'sec-fetch-site': 'same-origin' }, 'passes'],
    ['another port of this machine', local, { origin: 'http://localhost:3001', 'sec-fetch-site': 'same-site' }, 'request.origin'],
    ['another port, old browser', local, { origin: 'http://localhost:3001' }, 'request.origin'],
    ['another site', local, { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }, 'request.origin'],
    [
      'a name rebound to loopback',
      local,
      { origin: 'http://evil.example:3000', host: 'evil.example:3000', 'sec-fetch-site': 'same-origin' },
      'request.origin',
    ],
    ['a sandboxed frame', local, { origin: 'null', 'sec-fetch-site': 'same-origin' }, 'request.origin'],
    ['nobody says where from', local, {}, 'request.origin'],
    ['a link typed as POST', local, { origin: 'http://127.0.0.1:3000', 'sec-fetch-site': 'none' }, 'request.origin'],
    ['behind a proxy', proxied, { origin: 'https://loom.example.com', 'sec-fetch-site': 'same-origin' }, 'passes'],
    ['behind a proxy, round it', proxied, { origin: 'http://127.0.0.1:3000', 'sec-fetch-site': 'same-origin' }, 'request.origin'],
    [
      'on every address',
      everywhere,
      { origin: 'http://10.0.0.7:3000', host: '10.0.0.7:3000', 'sec-fetch-site': 'same-origin' },
      'passes',
    ],
    ['on every address, from elsewhere', everywhere, { origin: 'http://evil.example', host: '10.0.0.7:3000' }, 'request.origin'],
  ] as const)('%s', (_, config, headers, verdict) => {
    expect(judge(config, headers as Record<string, string>)).toBe(verdict);
  });

  it('lets everybody read', () => {
    for (const method of ['GET', 'HEAD', 'OPTIONS'])
      expect(judge(local, { 'sec-fetch-site': 'cross-site' }, method)).toBe('passes');
    for (const method of ['PUT', 'PATCH', 'DELETE', 'TRACE']) expect(judge(local, {}, method)).toBe('request.origin');
  });
});
