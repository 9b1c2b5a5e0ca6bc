import type { ApprovalItem } from './approval-item.ts';

const shown = 3;

/** Who may answer, in words. */
export function audienceWords({ role, people }: ApprovalItem['audience']): string {
  const named = people.length > shown ? [...people.slice(0, shown), `${people.length - shown} more`] : people;
  const all = [...named, ...(role === null ? [] : [`everybody with the role ${role} or higher`])];
  return all.length === 0 ? 'everybody who may run workflows' : all.join(', ');
}
