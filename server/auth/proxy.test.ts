import { NextRequest } from 'next/server';
import { describe, expect, it } from 'vitest';
import { config, proxy } from '../../proxy.ts';

const ask = (method = 'GET', headers: Record<string, string> = {}) =>
  proxy(new NextRequest('http://127.0.0.1:3000/workflows', { method, headers }));

describe('proxy', () => {
  it('gives each page a policy with a nonce of its own, and the same nonce to Next', () => {
    const [one, two] = [ask(), ask()];
    const policy = one.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/script-src 'self' 'nonce-([A-Za-z0-9+/]{24})' 'strict-dynamic';/);
    expect(policy).toMatch(/style-src 'self' 'nonce-[^']+';/);
    expect(policy).toContain("style-src-attr 'unsafe-inline'");
    for (const part of ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"]) expect(policy).toContain(part);
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    expect(policy).not.toBe(two.headers.get('content-security-policy'));
    const forwarded = one.headers.get('x-middleware-request-content-security-policy');
    expect(forwarded).toBe(policy);
    expect(policy).toContain(`'nonce-${one.headers.get('x-middleware-request-x-nonce')}'`);
  });

  it('tells the page its own path, whatever the browser claims', () => {
    const url = 'http://127.0.0.1:3000/runs/r1?task=a&_rsc=1';
    const answer = proxy(new NextRequest(url, { headers: { 'x-asked-path': '/mine' } }));
    expect(answer.headers.get('x-middleware-request-x-asked-path')).toBe('/runs/r1?task=a');
    expect(ask().headers.get('x-middleware-request-x-asked-path')).toBe('/workflows');
  });

  it('does not take a nonce or a policy from the outside', () => {
    const answer = ask('GET', { 'x-nonce': 'mine', 'content-security-policy': "script-src 'unsafe-inline'" });
    expect(answer.headers.get('x-middleware-request-x-nonce')).not.toBe('mine');
    expect(answer.headers.get('x-middleware-request-content-security-policy')).not.toContain("script-src 'unsafe-inline'");
  });

  it('refuses what only a Server Action could want', () => {
    expect(ask('POST', { 'next-action': '00'.repeat(20) }).status).toBe(404);
    expect(ask('GET', { 'next-action': 'x' }).status).toBe(404);
    for (const type of ['multipart/form-data; boundary=x', 'text/plain;charset=UTF-8', 'text/x-component'])
      expect(ask('POST', { 'content-type': type }).status).toBe(405);
    for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS']) expect(ask(method).status).toBe(405);
  });

  it('stands before every page, and before no file or procedure', () => {
    const matcher = new RegExp(`^${config.matcher[0]}$`);
    for (const page of ['/', '/workflows', '/workflows/a.b', '/setup', '/runs/x', '/apiary', '/_nextish'])
      expect([page, matcher.test(page)]).toEqual([page, true]);
    for (const other of ['/api/trpc/session.me', '/_next/static/chunks/a.js', '/favicon.ico'])
      expect([other, matcher.test(other)]).toEqual([other, false]);
  });
});
