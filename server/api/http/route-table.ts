import type { Permission } from '#server/auth/permission.ts';

export interface RouteRule {
  methods: readonly string[];
  /** `procedures`: each of the procedures behind it declares its own. */
  permission: Permission | 'public' | 'procedures';
}

/** Every route handler under app/ and what it asks (trust.md, R4): exact addresses, deny by default. A test compares. */
export const routes: Record<string, RouteRule> = {
  '/api/artifacts/[id]': { methods: ['GET'], permission: 'artifacts.read' },
  // better-auth itself: signing in and out is open to all, the rest asks for the session.
  '/api/auth/[...all]': { methods: ['GET', 'POST'], permission: 'public' },
  '/api/health/invariants': { methods: ['GET'], permission: 'health.check' },
  '/api/health/live': { methods: ['GET'], permission: 'public' },
  '/api/health/ready': { methods: ['GET'], permission: 'public' },
  // Or whoever brings the token of DRAWLOOM_METRICS_TOKEN.
  '/api/metrics': { methods: ['GET'], permission: 'metrics.read' },
  '/api/runs/[id]/logs/[attemptId]': { methods: ['GET'], permission: 'logs.read' },
  '/api/trpc/[trpc]': { methods: ['GET', 'POST'], permission: 'procedures' },
};

/** Every page and what its reader needs. A page that is not public goes to the sign-in without a session; its data come by procedures. */
export const pages: Record<string, { permission: Permission | 'public' }> = {
  // Only leads on.
  '/': { permission: 'public' },
  '/setup': { permission: 'public' },
  '/sign-in': { permission: 'public' },
  '/workflows': { permission: 'workflows.read' },
  '/workflows/[id]': { permission: 'workflows.read' },
  '/workflows/[id]/grid': { permission: 'runs.read' },
  '/workflows/[id]/runs': { permission: 'runs.read' },
  '/workflows/[id]/triggers': { permission: 'workflows.read' },
  '/workflows/[id]/versions': { permission: 'versions.read' },
  '/health': { permission: 'health.read' },
  '/alerts': { permission: 'alerts.read' },
  '/approvals': { permission: 'approvals.read' },
  '/breakers': { permission: 'breakers.read' },
  '/operators': { permission: 'operators.read' },
  '/pools': { permission: 'pools.read' },
  '/runs': { permission: 'runs.read' },
  '/runs/[runId]': { permission: 'runs.read' },
  '/connections': { permission: 'connections.read' },
};
