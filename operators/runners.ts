import type { Runner } from './runner.ts';

/** How each operator runs, by `type@version`; loaded when first needed. Only server/engine/perform asks. */
export const runners: Record<string, () => Promise<Runner>> = {
  'approval@1': async () => (await import('./approval/approval.run.ts')).runner,
  'branch@1': async () => (await import('./branch/branch.run.ts')).runner,
  'file@1': async () => (await import('./file/file.run.ts')).runner,
  'http@1': async () => (await import('./http/http.run.ts')).runner,
  'javascript@1': async () => (await import('./javascript/javascript.run.ts')).runner,
  'latest-only@1': async () => (await import('./latest-only/latest-only.run.ts')).runner,
  'noop@1': async () => (await import('./noop/noop.run.ts')).runner,
  'notify@1': async () => (await import('./notify/notify.run.ts')).runner,
  'python@1': async () => (await import('./python/python.run.ts')).runner,
  'shell@1': async () => (await import('./shell/shell.run.ts')).runner,
  'short-circuit@1': async () => (await import('./short-circuit/short-circuit.run.ts')).runner,
  'sql@1': async () => (await import('./sql/sql.run.ts')).runner,
  'sub-workflow@1': async () => (await import('./sub-workflow/sub-workflow.run.ts')).runner,
  'transform@1': async () => (await import('./transform/transform.run.ts')).runner,
  'wait@1': async () => (await import('./wait/wait.run.ts')).runner,
};
