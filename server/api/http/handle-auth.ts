import { requireSameOrigin } from '#server/auth/require-same-origin.ts';
import { signInLimit } from '#server/auth/sign-in-limit.ts';
import { webProcess } from '#server/boot/web.ts';
import { answerRefusal } from './answer-refusal.ts';
import { withLimitedBody } from './with-limited-body.ts';

const limit = 64 * 1024;

/** Sign-in, sign-out, password and sessions: better-auth's own routes, behind our check of where a request comes from. */
export async function handleAuth(request: Request): Promise<Response> {
  try {
    const { auth, config } = await webProcess();
    requireSameOrigin(request, config);
    const limited = await withLimitedBody(request, limit);
    if (!new URL(request.url).pathname.endsWith('/sign-in/email')) return await auth.core.handler(limited);
    const done = await signInLimit(limited.clone());
    const answer = await auth.core.handler(limited);
    done(answer.ok);
    return answer;
  } catch (error) {
    return answerRefusal(error);
  }
}
