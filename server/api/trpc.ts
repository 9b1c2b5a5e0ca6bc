import { initTRPC } from '@trpc/server';
import type { Permission } from '#server/auth/permission.ts';
import { requirePermission } from '#server/auth/require-permission.ts';
import type { ApiContext } from './context.ts';
import { asTrpcError } from './errors/as-trpc-error.ts';
import { formatError } from './errors/format-error.ts';

/** Declared by every procedure; `public` is said aloud. A procedure without it does not answer, and a test finds it. */
export interface ProcedureMeta {
  permission: Permission | 'public';
}

const t = initTRPC
  .context<ApiContext>()
  .meta<ProcedureMeta>()
  .create({
    isDev: false,
    errorFormatter: formatError,
    sse: { ping: { enabled: true, intervalMs: 10_000 }, client: { reconnectAfterInactivityMs: 25_000 } },
  });

/** Every procedure begins here: refusals get their status and code. */
const base = t.procedure.use(async ({ next }) => {
  const result = await next();
  if (!result.ok) throw asTrpcError(result.error);
  return result;
});

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;

/** A procedure that anybody may call, also without a session. */
export const openProcedure = base.meta({ permission: 'public' });

/** A procedure for those who have this permission; its context knows who asks. */
export const procedureFor = (permission: Permission) =>
  base.meta({ permission }).use(({ ctx, next }) => {
    const { person } = ctx;
    requirePermission(person, permission);
    return next({ ctx: { person } });
  });
