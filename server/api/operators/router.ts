import path from 'node:path';
import { z } from 'zod';
import type { Manifest } from '#operators/manifest.ts';
import { addOperatorExample } from '#server/operators/operator-examples.ts';
import { operatorsRevision } from '#server/operators/operators-revision.ts';
import { listOwnOperators } from '#server/operators/list-own.ts';
import { procedureFor, router } from '../trpc.ts';

const own = z.object({
  folder: z.string(),
  name: z.string().nullable(),
  title: z.string().nullable(),
  run: z.string().nullable(),
  problems: z.array(z.object({ code: z.string(), pointer: z.string(), message: z.string() })),
  changedAt: z.number().nullable(),
});

/** Root of the product: beside the bundles, or where the pages were started. */
const productRoot = () => (process.env.DRAWLOOM_PROGRAMS ? path.dirname(process.env.DRAWLOOM_PROGRAMS) : process.cwd());

export const operatorsRouter = router({
  /** Manifests of every operator that can be used, in the order of the palette. */
  catalog: procedureFor('operators.read')
    .output(z.array(z.custom<Manifest>()))
    .query(({ ctx: { web } }) => {
      // As `revision` does: a page that asks for both in one breath must not get old operators under a new name.
      web.operators.refresh();
      return [...web.operators.manifests];
    }),

  /** Differs when the operators do: small enough to be asked again and again. */
  revision: procedureFor('operators.read')
    .output(z.object({ revision: z.string() }))
    .query(({ ctx: { web } }) => {
      // A change the system did not tell of is found here.
      web.operators.refresh();
      return { revision: operatorsRevision(web.operators) };
    }),

  /** People's own operators, broken ones with their problems. */
  own: procedureFor('operators.read')
    .output(z.array(own))
    .query(({ ctx: { web } }) => {
      web.operators.refresh();
      return listOwnOperators(web.operators);
    }),

  /** Puts an example among one's own operators: a program that then runs here, so only an admin may. */
  addExample: procedureFor('operators.install')
    .input(z.strictObject({ name: z.string().min(1).max(200) }))
    .output(z.object({ folder: z.string() }))
    .mutation(({ ctx: { web }, input }) => {
      const folder = addOperatorExample(productRoot(), web.config.dataDir, input.name);
      web.operators.refresh();
      return { folder: path.basename(folder) };
    }),
});
