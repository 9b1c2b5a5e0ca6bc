import type { TRPCError } from '@trpc/server';
import type { TRPCRequestInfo } from '@trpc/server/http';
import { Refusal } from '#server/refusal.ts';
import { webLog } from '#server/boot/web-log.ts';
import type { ApiContext } from '../context.ts';
import { loggedIds } from './logged-ids.ts';

/** What changes nothing, or is sent at every pause of typing. */
const isQuiet = (path: string): boolean => /\.preview|^drafts\./.test(path);

interface Answered {
  type: 'query' | 'mutation' | 'subscription' | 'unknown';
  info?: TRPCRequestInfo | undefined;
  ctx?: ApiContext | undefined;
  errors: readonly TRPCError[];
}

/** Writes down who asked for what to be changed, by the ids it is about, and with which code it was refused. */
export function logActs({ type, info, ctx, errors }: Answered): void {
  if (type !== 'mutation' || !info) return;
  // Of several calls in one request nobody says here which of them an error belongs to.
  const [error] = info.calls.length === 1 ? errors : [];
  const cause = error?.cause;
  const refused = error ? { refused: cause instanceof Refusal ? cause.code : error.code } : {};
  for (const call of info.calls) {
    const fields = {
      event: 'act',
      procedure: call.path,
      person: ctx?.person?.id ?? null,
      ...loggedIds(call.result()),
      ...refused,
    };
    if (isQuiet(call.path)) webLog().debug(fields, 'asked');
    else webLog().info(fields, error ? 'refused' : 'done');
  }
}
