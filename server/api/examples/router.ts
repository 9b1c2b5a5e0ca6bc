import { z } from 'zod';
import { listExamples } from '#server/examples/list-examples.ts';
import { procedureFor, router } from '../trpc.ts';

const example = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  tasks: z.array(z.object({ id: z.string(), operator: z.string() })),
  edges: z.array(z.object({ from: z.string(), to: z.string() })),
  triggers: z.number(),
  teaches: z.array(z.string()),
});

export const examplesRouter = router({
  /** Workflows that a new one may begin as. */
  list: procedureFor('examples.read')
    .output(z.array(example))
    .query(() => listExamples()),
});
