import { alertsRouter } from './alerts/router.ts';
import { breakersRouter } from './breakers/router.ts';
import { approvalsRouter } from './approvals/router.ts';
import { connectionsRouter } from './connections/router.ts';
import { draftsRouter } from './drafts/router.ts';
import { examplesRouter } from './examples/router.ts';
import { feedRouter } from './feed/router.ts';
import { healthRouter } from './health/router.ts';
import { notesRouter } from './notes/router.ts';
import { operatorsRouter } from './operators/router.ts';
import { poolsRouter } from './pools/router.ts';
import { runsRouter } from './runs/router.ts';
import { sessionRouter } from './session/router.ts';
import { router } from './trpc.ts';
import { triesRouter } from './tries/router.ts';
import { versionsRouter } from './versions/router.ts';
import { workflowsRouter } from './workflows/router.ts';

/** Every procedure of the product, by noun. */
export const appRouter = router({
  session: sessionRouter,
  operators: operatorsRouter,
  examples: examplesRouter,
  workflows: workflowsRouter,
  drafts: draftsRouter,
  versions: versionsRouter,
  runs: runsRouter,
  tries: triesRouter,
  approvals: approvalsRouter,
  alerts: alertsRouter,
  notes: notesRouter,
  pools: poolsRouter,
  breakers: breakersRouter,
  health: healthRouter,
  connections: connectionsRouter,
  feed: feedRouter,
});
export type AppRouter = typeof appRouter;
