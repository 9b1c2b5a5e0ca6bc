import { z } from 'zod';
import { personNames } from '#server/auth/person-names.ts';
import { createNote } from '#server/notes/create.ts';
import { listNotes } from '#server/notes/list.ts';
import { removeNote } from '#server/notes/remove.ts';
import { updateNote } from '#server/notes/update.ts';
import { actOf } from '../act-of.ts';
import { mapIndex, runId, taskId } from '../runs/schema.ts';
import { procedureFor, router } from '../trpc.ts';

const noteId = z.string().min(1).max(100);
/** Markdown. */
const text = z.string().trim().min(1, 'A note needs some words.').max(20_000);

/** What people write beside a run and its task runs. */
export const notesRouter = router({
  list: procedureFor('runs.read')
    .input(z.strictObject({ runId }))
    .output(
      z.array(
        z.object({
          id: z.string(),
          runId: z.string(),
          task: z.string().nullable(),
          mapIndex: z.number().nullable(),
          text: z.string(),
          createdAt: z.number(),
          /** Name of who wrote it. */
          createdBy: z.string().nullable(),
          updatedAt: z.number(),
          revision: z.number(),
          mine: z.boolean(),
        }),
      ),
    )
    .query(async ({ ctx, input }) => listNotes(ctx.web.store, input.runId, ctx.person, await personNames(ctx.web.auth))),

  create: procedureFor('notes.write')
    .input(z.strictObject({ runId, task: taskId.optional(), index: mapIndex, text }))
    .output(z.object({ id: z.string() }))
    .mutation(({ ctx, input: { task, index, ...rest } }) =>
      createNote(
        ctx.web.store,
        { ...rest, ...(task === undefined ? {} : { task }), ...(index === undefined ? {} : { index }) },
        actOf(ctx),
      ),
    ),

  update: procedureFor('notes.write')
    .input(z.strictObject({ id: noteId, revision: z.number().int(), text }))
    .output(z.object({}))
    .mutation(async ({ ctx, input }) => {
      await updateNote(ctx.web.store, input, ctx.person, ctx.at);
      return {};
    }),

  remove: procedureFor('notes.write')
    .input(z.strictObject({ id: noteId }))
    .output(z.object({}))
    .mutation(async ({ ctx, input }) => {
      await removeNote(ctx.web.store, input.id, ctx.person);
      return {};
    }),
});
