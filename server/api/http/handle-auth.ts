import { serveAuth } from '#server/auth/serve-auth.ts';
import { webProcess } from '#server/boot/web.ts';
import { answerRefusal } from './answer-refusal.ts';
import { withLimitedBody } from './with-limited-body.ts';

const limit = 64 * 1024;

/** Signing in and out, passwords and sessions. */
export async function handleAuth(request: Request): Promise<Response> {
  try {
    return await serveAuth(await webProcess(), await withLimitedBody(request, limit));
  } catch (error) {
    return answerRefusal(error);
  }
}
