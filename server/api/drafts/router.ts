import { z } from 'zod';
import { personNames } from '#server/auth/person-names.ts';
import { saveDraft } from '#server/workflows/save-draft.ts';
import { actOf } from '../act-of.ts';
import { requireCodeRight } from '../require-code-right.ts';
import { procedureFor, router } from '../trpc.ts';
import { definition, workflowId } from '../workflows/schema.ts';

export const draftsRouter = router({
  /** Saves over `baseRevision`; 409 `draft.conflict` has the newer draft in `details.current`. */
  save: procedureFor('drafts.save')
    .input(z.strictObject({ workflowId, baseRevision: z.number().int().min(0), definition }))
    .output(z.object({ revision: z.number(), savedAt: z.number() }))
    .mutation(({ ctx, input }) =>
      saveDraft(
        ctx.web.store,
        input,
        actOf(ctx),
        (before, after) => requireCodeRight(ctx.person, ctx.web.operators.manifests, before, after),
        () => personNames(ctx.web.auth),
      ),
    ),
});
