import { roles, type Role } from './role.ts';

/**
 * Every permission, one a verb, with the least role that has it (trust.md, R7: what acts is never a kind of reading).
 * `code.author` is asked inside a use case too, since it depends on what is saved.
 */
export const permissions = {
  'session.change': 'viewer',
  'operators.read': 'viewer',
  'operators.install': 'admin',
  'examples.read': 'viewer',
  'workflows.read': 'viewer',
  'workflows.export': 'viewer',
  'workflows.create': 'editor',
  'workflows.import': 'editor',
  'workflows.move': 'editor',
  'workflows.remove': 'editor',
  'workflows.restore': 'editor',
  'workflows.switch': 'runner',
  'drafts.save': 'editor',
  'versions.read': 'viewer',
  'versions.publish': 'editor',
  'code.author': 'editor+code',
  'runs.read': 'viewer',
  'runs.create': 'runner',
  'runs.try-draft': 'editor',
  'tries.read': 'viewer',
  'tries.start': 'editor',
  'tries.pin': 'editor',
  'runs.cancel': 'runner',
  'runs.pause': 'runner',
  'runs.clear': 'runner',
  'runs.mark': 'runner',
  // Who may answer stands with the question: somebody named by e-mail may be of any role.
  'approvals.read': 'viewer',
  'approvals.answer': 'viewer',
  'notes.write': 'runner',
  'logs.read': 'viewer',
  'artifacts.read': 'viewer',
  'connections.read': 'viewer',
  'connections.create': 'editor',
  'connections.update': 'editor',
  'connections.remove': 'editor',
  'connections.test': 'editor',
  'feed.read': 'viewer',
  'alerts.read': 'viewer',
  'alerts.send': 'runner',
  'breakers.read': 'viewer',
  'breakers.switch': 'runner',
  'pools.read': 'viewer',
  'pools.put': 'admin',
  'pools.remove': 'admin',
  'health.read': 'admin',
  'health.check': 'admin',
  'metrics.read': 'admin',
} as const satisfies Record<string, Role>;
export type Permission = keyof typeof permissions;

/** Whether a role has a permission. Deny by default: an unknown permission is nobody's. */
export function may(role: Role, permission: Permission): boolean {
  const least: Role | undefined = permissions[permission];
  return least !== undefined && roles.indexOf(role) >= roles.indexOf(least);
}
