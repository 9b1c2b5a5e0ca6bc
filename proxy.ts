import { NextResponse, type NextRequest } from 'next/server';
import { contentSecurityPolicy } from './server/auth/content-security-policy.ts';

/**
 * Before every page: sets the content security policy with a fresh nonce, tells the page its own path, and refuses what
 * could only be meant for Server Actions (there are none). It authorises nothing: each page and each procedure does that
 * itself.
 */
export function proxy(request: NextRequest): NextResponse {
  const { headers, method } = request;
  if (headers.has('next-action') || headers.has('next-router-action'))
    return new NextResponse('There are no Server Actions here.\n', { status: 404 });
  if (method !== 'GET' && method !== 'HEAD')
    return new NextResponse('A page is only read.\n', { status: 405, headers: { Allow: 'GET, HEAD' } });

  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(18))));
  const policy = contentSecurityPolicy(nonce, process.env.NODE_ENV === 'development');
  const forwarded = new Headers(headers);
  forwarded.set('x-nonce', nonce);
  forwarded.set('x-asked-path', askedPath(request));
  // Next reads the nonce for its own scripts from the request's policy.
  forwarded.set('content-security-policy', policy);
  const response = NextResponse.next({ request: { headers: forwarded } });
  response.headers.set('content-security-policy', policy);
  return response;
}

/** The path and query of the page, so that a person who has to sign in first comes back to it. */
function askedPath({ nextUrl }: NextRequest): string {
  const query = new URLSearchParams(nextUrl.searchParams);
  query.delete('_rsc'); // Next's own
  return query.size === 0 ? nextUrl.pathname : `${nextUrl.pathname}?${query}`;
}

export const config = { matcher: ['/((?!api/|_next/static/|_next/image|favicon\\.ico|icon\\.svg).*)'] };
