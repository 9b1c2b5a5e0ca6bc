import { z } from 'zod';
import { createOwner } from '#server/auth/create-owner.ts';
import { passwordLength } from '#server/auth/create-auth.ts';
import { ownerExists } from '#server/auth/owner-exists.ts';
import { roles } from '#server/auth/role.ts';
import { setTimezone } from '#server/auth/set-timezone.ts';
import { openProcedure, procedureFor, router } from '../trpc.ts';

const user = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: z.enum(roles),
  timezone: z.string().nullable(),
});
const done = z.object({ ok: z.literal(true) });

export const sessionRouter = router({
  /** Who asks, and whether the first account has been made. */
  me: openProcedure.output(z.object({ user: user.nullable(), ownerExists: z.boolean() })).query(async ({ ctx }) => ({
    user: ctx.person,
    ownerExists: ctx.person !== null || (await ownerExists(ctx.web.auth)),
  })),

  /** Zone in which this person sees instants. */
  setTimezone: procedureFor('session.change')
    .input(z.strictObject({ timezone: z.string().min(1).max(100) }))
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await setTimezone(ctx.web.auth, ctx.person, input.timezone);
      return { ok: true as const };
    }),

  /** Makes the owner's account with the one-time token, and signs them in. */
  createOwner: openProcedure
    .input(
      z.strictObject({
        token: z.string().min(1).max(200),
        name: z.string().trim().min(1).max(100),
        email: z.email().max(200),
        password: z.string().min(passwordLength.min).max(passwordLength.max),
      }),
    )
    .output(done)
    .mutation(async ({ ctx, input }) => {
      const cookies = await createOwner(ctx.web, input, ctx.headers);
      for (const cookie of cookies) ctx.answerHeaders?.append('set-cookie', cookie);
      return { ok: true as const };
    }),
});
