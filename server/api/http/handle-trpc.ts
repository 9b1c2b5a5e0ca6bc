import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { requireSameOrigin } from '#server/auth/require-same-origin.ts';
import { personOf } from '#server/auth/person-of.ts';
import { webProcess } from '#server/boot/web.ts';
import { appRouter } from '../root.ts';
import type { ApiContext } from '../context.ts';
import { answerRefusal } from './answer-refusal.ts';
import { bodyLimit } from './body-limit.ts';
import { logActs } from './log-acts.ts';
import { logFailure } from './log-failure.ts';
import { loggedIds } from './logged-ids.ts';
import { withLimitedBody } from './with-limited-body.ts';

const endpoint = '/api/trpc';

/** Every call of the API: where it comes from, how large it is, who asks; then the procedure. */
export async function handleTrpc(request: Request): Promise<Response> {
  try {
    const web = await webProcess();
    requireSameOrigin(request, web.config);
    const path = new URL(request.url).pathname.slice(endpoint.length + 1);
    const limited = await withLimitedBody(request, bodyLimit(path));
    return await fetchRequestHandler({
      endpoint,
      req: limited,
      router: appRouter,
      createContext: async ({ resHeaders }): Promise<ApiContext> => ({
        web,
        person: await personOf(web.auth, request.headers),
        at: Date.now(),
        headers: request.headers,
        answerHeaders: resHeaders,
      }),
      responseMeta: (answered) => {
        logActs(answered);
        return answered.type === 'subscription' ? {} : { headers: new Headers({ 'cache-control': 'no-store' }) };
      },
      onError: ({ error, path: procedure, input }) => {
        if (error.code === 'INTERNAL_SERVER_ERROR')
          logFailure({ procedure: procedure ?? path, ...loggedIds(input) }, error.cause ?? error);
      },
    });
  } catch (error) {
    return answerRefusal(error);
  }
}
