import type { TRPCError } from '@trpc/server';
import type { Refusal } from './refusal.ts';

/** How tRPC names the HTTP status of a refusal; the pages' API and the engine's commands answer alike. */
export const trpcCode = {
  400: 'BAD_REQUEST',
  401: 'UNAUTHORIZED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  405: 'METHOD_NOT_SUPPORTED',
  409: 'CONFLICT',
  413: 'PAYLOAD_TOO_LARGE',
  422: 'UNPROCESSABLE_CONTENT',
  429: 'TOO_MANY_REQUESTS',
  503: 'SERVICE_UNAVAILABLE',
} as const satisfies Record<Refusal['status'], TRPCError['code']>;
