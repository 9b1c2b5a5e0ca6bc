import type { Manifest } from '#domain/definition/schema/manifest.ts';
import type { Workflow } from '#domain/definition/schema/workflow.ts';
import { may } from '#server/auth/permission.ts';
import type { Person } from '#server/auth/person.ts';
import { Refusal } from '#server/refusal.ts';
import { authoredCode } from '#server/workflows/code-authoring.ts';

/** Refuses (403 `auth.code`) an edit that writes or changes code, for those who may not author it. It names the tasks. */
export function requireCodeRight(person: Person, catalog: readonly Manifest[], before: Workflow | null, after: Workflow): void {
  if (may(person.role, 'code.author')) return;
  const tasks = authoredCode(before, after, catalog);
  if (tasks.length === 0) return;
  throw new Refusal(
    'auth.code',
    `Your role (${person.role}) does not allow to write code: ${tasks.slice(0, 5).join(', ')}. Ask an admin, or leave these tasks as they were.`,
    403,
    { tasks },
  );
}
