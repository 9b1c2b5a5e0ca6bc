import { z } from 'zod';
import { catalog } from '#operators/catalog.ts';
import type { Manifest } from '#operators/manifest.ts';
import { procedureFor, router } from '../trpc.ts';

export const operatorsRouter = router({
  /** Manifests of every operator, in the order of the palette. */
  catalog: procedureFor('operators.read')
    .output(z.array(z.custom<Manifest>()))
    .query(() => catalog),
});
