import type { Config } from '#server/boot/config.ts';
import { Refusal } from '#server/refusal.ts';
import type { Auth } from './create-auth.ts';
import { requireSameOrigin } from './require-same-origin.ts';
import { signInLimit } from './sign-in-limit.ts';

const base = '/api/auth';

/** Of better-auth's routes, those that something here needs: exact, each with its method. All others are not there (trust.md, R4). */
export const authPaths: Readonly<Record<string, 'GET' | 'POST'>> = {
  '/sign-in/email': 'POST',
  '/sign-out': 'POST',
  '/get-session': 'GET',
  '/change-password': 'POST',
  '/list-sessions': 'GET',
  '/revoke-session': 'POST',
  '/revoke-other-sessions': 'POST',
};

/** Answers signing in and out, passwords and sessions. Refuses a foreign origin (403), an unknown path (404), another method (405), too many failures (429). */
export async function serveAuth({ auth, config }: { auth: Auth; config: Config }, request: Request): Promise<Response> {
  requireSameOrigin(request, config);
  const path = new URL(request.url).pathname.slice(base.length);
  const method = Object.hasOwn(authPaths, path) ? authPaths[path] : undefined;
  if (!method) throw new Refusal('request.not-found', 'There is nothing here.', 404);
  if (method !== request.method) throw new Refusal('request.method-not-supported', `This is asked with ${method}.`, 405);
  if (path !== '/sign-in/email') return auth.core.handler(request);
  const done = await signInLimit(request.clone());
  const answer = await auth.core.handler(request);
  if (answer.ok || answer.status === 401) done(answer.ok);
  return answer;
}
