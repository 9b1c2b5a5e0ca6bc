import { createTRPCClient, httpBatchLink, httpLink, httpSubscriptionLink, splitLink, type TRPCClient } from '@trpc/client';
import type { AppRouter } from '#server/api/root.ts';

export type ApiClient = TRPCClient<AppRouter>;

const url = '/api/trpc';
/** As the browser's own, but what a broken net says is a sentence; a call that was given up stays one. */
const fetchInWords: typeof fetch = (input, init) =>
  fetch(input, init).catch((error: unknown) => {
    if (error instanceof TypeError)
      throw new TypeError('The server does not answer. Try again when it is back.', { cause: error });
    throw error;
  });
/** What may be large, or sets a cookie, goes alone: its size and its failure are its own. */
const alone = new Set(['drafts.save', 'workflows.import', 'session.createOwner']);

/** The browser's side of the API: calls of one moment share a request, subscriptions are event streams. */
export function createApiClient(): ApiClient {
  return createTRPCClient<AppRouter>({
    links: [
      splitLink({
        condition: (op) => op.type === 'subscription',
        true: httpSubscriptionLink({ url }),
        false: splitLink({
          condition: (op) => alone.has(op.path),
          true: httpLink({ url, fetch: fetchInWords }),
          false: httpBatchLink({ url, maxURLLength: 2_000, maxItems: 20, fetch: fetchInWords }),
        }),
      }),
    ],
  });
}
